package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records that a version was deployed. */
@Command(
        name = "record-deployment",
        description = {
            "Records that a version was deployed to an environment.",
            "It takes the place of the one before; can-i-deploy relies on it."
        },
        footer = {
            "",
            "Example:",
            "  treaty record-deployment --pacticipant api-gateway \\",
            "      --version $(git rev-parse HEAD) --environment production"
        },
        sortOptions = false)
public final class RecordDeploymentCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application that was deployed.")
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
            names = {"--application-instance", "--target"},
            paramLabel = "NAME",
            order = 4,
            description = "Which of several instances of the application in the environment. Default: it has only one.")
    private @Nullable String instance;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|text",
            order = 5,
            defaultValue = "text",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /** Called by {@code ServiceLoader}. */
    public RecordDeploymentCommand() {
        this(System.getenv());
    }

    RecordDeploymentCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var live = broker().deployments()
                .recordDeployment(pacticipant, version, environment, Optional.ofNullable(instance));
        if (output == OutputFormat.json) {
            print(live.document().json());
        } else {
            out().printf(
                            "Recorded that version %s of %s is deployed to %s%s.%n",
                            version, pacticipant, environment, instance == null ? "" : " as instance " + instance);
        }
        return ExitCodes.YES;
    }
}
