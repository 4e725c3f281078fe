package dev.treaty.pacts.broker.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.treaty.pacts.broker.deployment.Environment;
import dev.treaty.pacts.broker.text.TextTable;
import dev.treaty.pacts.command.ExitCodes;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the environments. */
@Command(
        name = "environments",
        aliases = "list-environments",
        description = "Lists the environments of the broker.",
        footer = {"", "Example:", "  treaty environments --output json"},
        sortOptions = false)
public final class EnvironmentsCommand extends BrokerCommand {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json|table",
            converter = OutputFormat.JsonTextOrTable.class,
            order = 5,
            defaultValue = "table",
            description = "How to print. Default: ${DEFAULT-VALUE}.")
    private OutputFormat output = OutputFormat.table;

    /** Called by {@code ServiceLoader}. */
    public EnvironmentsCommand() {
        this(System.getenv());
    }

    EnvironmentsCommand(Map<String, String> environment) {
        super(environment);
    }

    @Override
    public Integer call() {
        var environments = broker().deployments().environments();
        if (output == OutputFormat.json) {
            var array = JsonNodeFactory.instance.arrayNode();
            environments.forEach(environment -> array.add(environment.document().json()));
            print(array);
        } else if (environments.isEmpty()) {
            out().println("There is no environment yet; create one: create-environment --name production --production");
        } else {
            out().print(table(environments));
            out().flush();
        }
        return ExitCodes.YES;
    }

    private static String table(List<Environment> environments) {
        return TextTable.of(
                List.of("NAME", "DISPLAY NAME", "PRODUCTION", "UUID"),
                environments.stream()
                        .map(environment -> List.of(
                                environment.name(),
                                environment.displayName(),
                                String.valueOf(environment.isProduction()),
                                environment.uuid()))
                        .toList());
    }
}
