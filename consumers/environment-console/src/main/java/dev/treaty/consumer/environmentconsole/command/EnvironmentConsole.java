package dev.treaty.consumer.environmentconsole.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.command.InstalledCommands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The executable: {@code java -jar environment-console.jar}. Its exit codes are those of {@link ExitCode}, and 130 after Ctrl-C. */
@Command(
        name = Commands.NAME,
        description = "Clones production into training and test environments, and undoes it.",
        footer = {
            "",
            "The address of the service and the access token are read from the environment:",
            "  " + ServerOptions.ADDRESS + ", " + ServerOptions.TOKEN,
            "",
            "Exit codes: 0 done; 1 refused, failed or cancelled; 2 wrong command line or",
            "wrong settings; 130 after Ctrl-C, which leaves a clone running."
        },
        subcommands = {
            EnvironmentsCommand.class,
            CheckCommand.class,
            PlanCommand.class,
            CloneCommand.class,
            StatusCommand.class,
            CancelCommand.class,
            LogCommand.class,
            StatisticsCommand.class,
            BackupsCommand.class,
            RestoreCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class EnvironmentConsole {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private EnvironmentConsole() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments));
    }

    /** Runs the command, and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var executable = new CommandLine(new EnvironmentConsole());
        InstalledCommands.addTo(executable, arguments);
        return executable
                .setExecutionExceptionHandler(new FailureReport())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    /** Whatever the machine's charset is: the texts of a service are UTF-8. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, UTF_8);
    }
}
