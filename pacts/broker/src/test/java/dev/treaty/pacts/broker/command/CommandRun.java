package dev.treaty.pacts.broker.command;

import dev.treaty.pacts.command.InstalledCommands;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** A command that was run in the test's own JVM. */
record CommandRun(int exitCode, String output, String errors) {

    @Command(name = "treaty")
    private static final class Executable {}

    /** Where commands run: with these variables and no others. */
    static final class Shell {

        private final Map<String, String> environment;

        Shell(String brokerUrl) {
            this(Map.of("PACT_BROKER_BASE_URL", brokerUrl));
        }

        Shell(Map<String, String> environment) {
            this.environment = Map.copyOf(environment);
        }

        Shell with(String variable, String value) {
            var more = new HashMap<>(environment);
            more.put(variable, value);
            return new Shell(more);
        }

        CommandRun run(Function<Map<String, String>, BrokerCommand> command, String... arguments) {
            var output = new StringWriter();
            var errors = new StringWriter();
            var subcommand = new CommandLine(command.apply(environment));
            var executable = new CommandLine(new Executable()).addSubcommand(subcommand);
            InstalledCommands.addTo(executable, subcommand.getCommandName());
            var all = new String[arguments.length + 1];
            all[0] = subcommand.getCommandName();
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            var exitCode = executable
                    .setOut(new PrintWriter(output, true))
                    .setErr(new PrintWriter(errors, true))
                    .execute(all);
            return new CommandRun(exitCode, output.toString(), errors.toString());
        }
    }
}
