package dev.treaty.consumer.environmentconsole.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command did, run in this process.
 *
 * @param out what it printed
 * @param err what it printed as errors and notices
 */
record ConsoleRun(int exitCode, String out, String err) {

    /** Runs a command against a service. */
    static ConsoleRun of(ClonerStandIn cloner, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--server");
        all.add(cloner.url());
        return of(all.toArray(String[]::new));
    }

    /** Runs a command. */
    static ConsoleRun of(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var exitCode = EnvironmentConsole.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new ConsoleRun(exitCode, out.toString(), err.toString());
    }
}
