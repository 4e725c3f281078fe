package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records that a released version is no longer supported. */
@Command(
        name = "record-support-ended",
        description = "Records that a released version is no longer supported in an environment.",
        footer = {
            "",
            "Example:",
            "  treaty record-support-ended --pacticipant web-app --version 4f2c… \\",
            "      --environment production"
        },
        sortOptions = false)
public final class RecordSupportEndedCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application that was released.")
    private String pacticipant = "";

    @Option(
            names = {"-e", "--version"},
            paramLabel = "VERSION",
            order = 2,
            required = true,
            description = "Its version, usually the full id of a commit.")
    private String version = "";

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            order = 3,
            required = true,
            description = "The environment; see environments.")
    private String environment = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|text",
            order = 5,
            defaultValue = "text",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /** Called by {@code ServiceLoader}. */
    public RecordSupportEndedCommand() {
        this(System.getenv());
    }

    RecordSupportEndedCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var live = broker().deployments().recordSupportEnded(pacticipant, version, environment);
        if (output == OutputFormat.json) {
            print(live.document().json());
        } else {
            out().printf(
                            "Recorded that version %s of %s is no longer supported in %s.%n",
                            version, pacticipant, environment);
        }
        return ExitCodes.YES;
    }
}
