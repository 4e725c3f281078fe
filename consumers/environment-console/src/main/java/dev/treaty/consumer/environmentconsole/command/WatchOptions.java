package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.clones.Observation;
import dev.treaty.consumer.environmentconsole.connection.ClonerFailure;
import dev.treaty.consumer.environmentconsole.display.ProgressBar;
import dev.treaty.consumer.environmentconsole.display.ProgressLines;
import dev.treaty.consumer.environmentconsole.display.ProgressView;
import dev.treaty.consumer.environmentconsole.display.Stopwatch;
import dev.treaty.consumer.environmentconsole.display.Terminal;
import dev.treaty.consumer.environmentconsole.watch.CloneWatch;
import dev.treaty.consumer.environmentconsole.watch.Pause;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Whether and how to watch a clone: the options of the commands clone and status. */
final class WatchOptions {

    /** How to show progress. */
    enum Style {
        AUTO,
        BAR,
        LINES
    }

    @Option(
            names = {"-w", "--watch"},
            order = 10,
            description = "Show the progress until the clone is over. Ctrl-C ends only the watching.")
    private boolean watch;

    @Option(
            names = "--progress",
            paramLabel = "auto|bar|lines",
            order = 11,
            defaultValue = "auto",
            description = "A bar in one line, or a line for each step. Default: a bar on a terminal, lines elsewhere.")
    private Style style = Style.AUTO;

    WatchOptions() {}

    boolean watch() {
        return watch;
    }

    /** Shows the progress of a clone until it is over. If the service does not say how it ends, the user is told how to look again. */
    EnvironmentClone untilOver(Clones clones, Observation first, PrintWriter out, PrintWriter err) {
        try {
            return new CloneWatch(clones, view(out), Pause.SLEEP, err::println).untilOver(first);
        } catch (ClonerFailure e) {
            err.println(farewell(first.current().id()));
            throw e;
        }
    }

    private ProgressView view(PrintWriter out) {
        var terminal = new Terminal(System.getenv());
        var isBar = style == Style.BAR || (style == Style.AUTO && terminal.canOverwrite());
        return isBar
                ? new ProgressBar(out, terminal::width, Stopwatch.started())
                : new ProgressLines(out, Clock.systemUTC(), Stopwatch.started());
    }

    /** What to say when the user stops watching. */
    static String farewell(String clone) {
        return """

                %s goes on without you.
                  look:   %s
                  cancel: %s""".formatted(clone, Commands.look(clone), Commands.cancel(clone));
    }
}
