package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.LiveVersion;
import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import picocli.CommandLine.Option;

/** Records what happened to a version in an environment. */
abstract class VersionRecordCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application, by its name at the broker.")
    String pacticipant = "";

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            required = true,
            description = "Its version, usually the full id of a commit.")
    String version = "";

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            order = 3,
            required = true,
            description = "The environment; see environments.")
    String environment = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|text",
            converter = OutputFormat.JsonOrText.class,
            order = 5,
            defaultValue = "text",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    VersionRecordCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public final Integer call() {
        var live = record();
        if (output == OutputFormat.json) {
            print(live.document().json());
        } else {
            out().printf("Recorded that version %s of %s %s.%n", version, pacticipant, what());
        }
        return ExitCodes.YES;
    }

    /** Tells the broker. */
    abstract LiveVersion record();

    /** What happened to the version, in words. */
    abstract String what();
}
