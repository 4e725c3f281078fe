package dev.treaty.pacts.command;

import java.util.Comparator;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of all modules on the class path. */
public final class InstalledCommands {

    private InstalledCommands() {}

    /**
     * Adds the commands to an executable, in alphabetical order, and lets {@link CommandFailures} and
     * {@link UsageErrors} report what goes wrong in any command.
     *
     * @param arguments the command line; if it begins with a command that the executable has itself, nothing is looked for, so that such a
     *     command does not start later
     */
    public static void addTo(CommandLine executable, String... arguments) {
        if (arguments.length == 0 || !executable.getSubcommands().containsKey(arguments[0])) {
            ServiceLoader.load(TreatyCommand.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .map(CommandLine::new)
                    .sorted(Comparator.comparing(CommandLine::getCommandName))
                    .forEach(executable::addSubcommand);
        }
        executable.setExecutionExceptionHandler(new CommandFailures());
        executable.setParameterExceptionHandler(new UsageErrors());
        executable.setExecutionStrategy(InstalledCommands::run);
    }

    /** Where help is asked for, picocli lets everything else pass, even a command that does not exist. */
    private static int run(ParseResult arguments) {
        var unknown = arguments.unmatched();
        if (!unknown.isEmpty() && !arguments.hasSubcommand()) {
            throw new UnmatchedArgumentException(arguments.commandSpec().commandLine(), unknown);
        }
        return new CommandLine.RunLast().execute(arguments);
    }
}
