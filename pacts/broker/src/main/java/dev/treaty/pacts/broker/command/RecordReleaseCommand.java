package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records that a version was released. */
@Command(
        name = "record-release",
        description =
                "Records that a version was released to an environment, beside those that are released there already, e.g. a mobile app.",
        footer = {
            "",
            "Example:",
            "  treaty record-release --pacticipant web-app \\",
            "      --version $(git rev-parse HEAD) --environment production"
        },
        sortOptions = false)
public final class RecordReleaseCommand extends BrokerCommand {

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
    public RecordReleaseCommand() {
        this(System.getenv());
    }

    RecordReleaseCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var live = broker().deployments().recordRelease(pacticipant, version, environment);
        if (output == OutputFormat.json) {
            print(live.document().json());
        } else {
            out().printf("Recorded that version %s of %s is released to %s.%n", version, pacticipant, environment);
        }
        return ExitCodes.YES;
    }
}
