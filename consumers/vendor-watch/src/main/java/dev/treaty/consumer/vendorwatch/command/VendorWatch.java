package dev.treaty.consumer.vendorwatch.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.pacts.command.InstalledCommands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The executable: {@code java -jar vendor-watch.jar watch}. */
@Command(
        name = "vendor-watch",
        description = "Tells which external service is slow, refusing, or about to cost too much.",
        synopsisSubcommandLabel = "COMMAND")
public final class VendorWatch {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    private VendorWatch() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments));
    }

    /** Runs the command, and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        var executable = new CommandLine(new VendorWatch());
        InstalledCommands.addTo(executable, arguments);
        return executable
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new FileOutputStream(stream), true, UTF_8);
    }
}
