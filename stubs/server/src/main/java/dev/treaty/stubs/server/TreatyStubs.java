package dev.treaty.stubs.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.errors.TreatyException;
import dev.treaty.stubs.matching.pact.QuietXmlParser;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/**
 * The command line of the stub server: {@code java -jar treaty-stubs.jar serve}, {@code export} and {@code check}.
 *
 * <p>Exit codes: 0 when a command has done its work, or {@code POST /__admin/shutdown} stopped {@code serve}; 1 when {@code check} finds
 * something, and for a failure that the user cannot fix; 2 when the command line, a contract or a port is wrong; 3 when the heap is used
 * up; 128 plus the signal's number when {@code serve} is stopped
 * by a signal, e.g. 130 for Ctrl-C.
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
        OutOfMemoryExit.install();
        Utf8.makeDefault();
        System.setOut(Utf8.output());
        System.setErr(Utf8.errors());
        QuietXmlParser.install();
        System.exit(commandLine()
                .setOut(new PrintWriter(System.out, true, UTF_8))
                .setErr(new PrintWriter(System.err, true, UTF_8))
                .execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new TreatyStubs()).setExecutionExceptionHandler(TreatyStubs::report);
    }

    /** Prints what the user can fix, without a stack trace. */
    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof TreatyException) {
            command.getErr().println(failure.getMessage());
            return ExitCode.USAGE;
        }
        throw failure;
    }
}
