package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.broker.deployment.NewEnvironment;
import dev.treaty.pacts.command.ExitCodes;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Creates an environment. */
@Command(
        name = "create-environment",
        description = "Creates an environment, once for each broker.",
        footer = {"", "Example:", "  treaty create-environment --name production --production"},
        sortOptions = false)
public final class CreateEnvironmentCommand extends BrokerCommand {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            order = 1,
            required = true,
            description = "The name that commands use, without spaces.")
    private String name = "";

    @Option(names = "--display-name", paramLabel = "TEXT", order = 2, description = "The name that people see.")
    private @Nullable String displayName;

    @Option(
            names = "--production",
            order = 3,
            negatable = true,
            defaultValue = "false",
            fallbackValue = "true",
            description = "Whether it is a production environment. Default: no.")
    private boolean production;

    @Option(
            names = "--contact-name",
            paramLabel = "TEXT",
            order = 4,
            description = "The team or person who is responsible for it.")
    private @Nullable String contactName;

    @Option(names = "--contact-email-address", paramLabel = "ADDRESS", order = 5, description = "Where to reach them.")
    private @Nullable String contactEmail;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|text|id",
            converter = OutputFormat.JsonTextOrId.class,
            order = 5,
            defaultValue = "text",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.text;

    /** Called by {@code ServiceLoader}. */
    public CreateEnvironmentCommand() {
        this(System.getenv());
    }

    CreateEnvironmentCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var created = broker().deployments()
                .create(new NewEnvironment(
                        name,
                        Optional.ofNullable(displayName),
                        production,
                        Optional.ofNullable(contactName),
                        Optional.ofNullable(contactEmail)));
        switch (output) {
            case json -> print(created.document().json());
            case id -> out().println(created.uuid());
            default -> out().printf("Created environment %s with UUID %s.%n", created.name(), created.uuid());
        }
        return ExitCodes.YES;
    }
}
