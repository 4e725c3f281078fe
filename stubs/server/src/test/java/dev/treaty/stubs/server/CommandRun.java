package dev.treaty.stubs.server;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * A command that was run in the test's own JVM.
 *
 * @param output what it printed, standard output and errors together
 */
public record CommandRun(int exitCode, String output) {

    /** Runs it. */
    public static CommandRun of(String... arguments) {
        var output = new StringWriter();
        var printer = new PrintWriter(output, true);
        var exitCode = TreatyStubs.commandLine(arguments)
                .setOut(printer)
                .setErr(printer)
                .execute(arguments);
        return new CommandRun(exitCode, output.toString());
    }
}
