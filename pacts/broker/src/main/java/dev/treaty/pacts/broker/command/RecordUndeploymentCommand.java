package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records that an application was removed. */
@Command(
        name = "record-undeployment",
        description = {
            "Records that an application was removed from an environment.",
            "Not needed where a version takes the place of another."
        },
        footer = {"", "Example:", "  treaty record-undeployment --pacticipant api-gateway --environment test"},
        sortOptions = false)
public final class RecordUndeploymentCommand extends BrokerCommand {

    @Option(
            names = {"-a", "--pacticipant"},
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The application that was removed.")
    private String pacticipant = "";

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
            converter = OutputFormat.JsonOrText.class,
            order = 5,
            defaultValue = "text",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /** Called by {@code ServiceLoader}. */
    public RecordUndeploymentCommand() {
        this(System.getenv());
    }

    RecordUndeploymentCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var live = broker().deployments().recordUndeployment(pacticipant, environment, Optional.ofNullable(instance));
        if (output == OutputFormat.json) {
            print(live.document().json());
        } else {
            out().printf(
                            "Recorded that version %s of %s is no longer deployed to %s%s.%n",
                            live.version(),
                            pacticipant,
                            environment,
                            instance == null ? "" : " as instance " + instance);
        }
        return ExitCodes.YES;
    }
}
