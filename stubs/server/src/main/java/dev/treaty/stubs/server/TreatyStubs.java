package dev.treaty.stubs.server;

import dev.treaty.stubs.export.ExportException;
import dev.treaty.stubs.replay.ReplayException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * The command line of the stub server: {@code java -jar treaty-stubs.jar serve}, {@code export} and {@code check}.
 *
 * <p>Exit codes: 0 when stopped as asked, 2 when the command line, a contract or a port is wrong, 1 for any other failure, and
 * for what {@code check} finds.
 */
@Command(
        name = "treaty-stubs",
        description = "Replays contracts: a local stand-in for every provider that has one.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {ServeCommand.class, ExportCommand.class, CheckCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class TreatyStubs {

    private TreatyStubs() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TreatyStubs()).setExecutionExceptionHandler(TreatyStubs::told);
    }

    /** What the user can fix is told without a stack trace. */
    private static int told(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof ReplayException || failure instanceof ExportException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        throw failure;
    }
}
