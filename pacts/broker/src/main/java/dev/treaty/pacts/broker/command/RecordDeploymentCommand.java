package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.LiveVersion;
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
public final class RecordDeploymentCommand extends VersionRecordCommand {

    @Option(
            names = {"--application-instance", "--target"},
            paramLabel = "NAME",
            order = 4,
            description = "Which of several instances of the application in the environment. Default: it has only one.")
    private @Nullable String instance;

    /** Called by {@code ServiceLoader}. */
    public RecordDeploymentCommand() {
        this(System.getenv());
    }

    RecordDeploymentCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    LiveVersion record() {
        return broker().deployments()
                .recordDeployment(pacticipant, version, environment, Optional.ofNullable(instance));
    }

    @Override
    String what() {
        return "is deployed to " + environment + (instance == null ? "" : " as instance " + instance);
    }
}
