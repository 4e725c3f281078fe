package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.EnvironmentClone;
import dev.treaty.consumer.environmentconsole.display.TextTable;
import dev.treaty.consumer.environmentconsole.display.Words;
import dev.treaty.consumer.environmentconsole.watch.Farewell;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how far a clone is, or the clones into an environment. */
@Command(
        name = "status",
        description = {
            "Shows how far a clone is, or lists the newest clones into an environment.",
            "Exits with 1 if the clone failed or was cancelled."
        },
        sortOptions = false)
final class StatusCommand extends ConsoleCommand {

    private static final int NEWEST = 20;

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Mixin
    private WatchOptions watching = new WatchOptions();

    StatusCommand() {}

    @Override
    public Integer call() {
        var clones = cloner().clones();
        return subject.clone == null ? list(clones, String.valueOf(subject.target)) : show(clones, subject.clone);
    }

    @SuppressWarnings("try") // The farewell only has to be there.
    private int show(Clones clones, String id) {
        var seen = clones.find(id);
        if (seen.current().state().isOver()) {
            return printEnd(seen.current());
        }
        if (watching.watch()) {
            try (var farewell = Farewell.with(WatchOptions.farewell(id), text -> err().println(text))) {
                return printEnd(watching.untilOver(clones, seen, out(), err()));
            }
        }
        print(line(seen.current()));
        return ExitCode.DONE;
    }

    private int printEnd(EnvironmentClone clone) {
        print(CloneEnd.text(clone));
        return CloneEnd.exitCode(clone);
    }

    private int list(Clones clones, String target) {
        var table = new TextTable("CLONE", "SOURCE", "TARGET", "STATE", "PERCENT", "STARTED", "BACKUP");
        for (var clone : clones.into(target, NEWEST).clones()) {
            table.add(
                    clone.id(),
                    clone.source(),
                    clone.target(),
                    activity(clone),
                    String.valueOf(clone.progress().percent()),
                    clone.startedAt().map(Words::time).orElse("-"),
                    clone.backup().orElse("-"));
        }
        print(table);
        return ExitCode.DONE;
    }

    private static String line(EnvironmentClone clone) {
        var progress = clone.progress();
        return "%s of %s into %s: %s, %d %%, %s of %s rows, %d of %d tables, %s read%n"
                .formatted(
                        clone.id(),
                        clone.source(),
                        clone.target(),
                        activity(clone),
                        progress.percent(),
                        Words.number(progress.rows()),
                        Words.number(progress.rowsTotal()),
                        progress.tables(),
                        progress.tablesTotal(),
                        Words.bytes(progress.bytes()));
    }

    private static String activity(EnvironmentClone clone) {
        return clone.phase()
                .filter(phase -> !clone.state().isOver())
                .map(phase -> Words.word(clone.state()) + " (" + Words.word(phase) + ")")
                .orElseGet(() -> Words.word(clone.state()));
    }

    private static final class Subject {

        @Parameters(paramLabel = "CLONE", description = "Its id.")
        private @Nullable String clone;

        @Option(
                names = "--target",
                paramLabel = "ENVIRONMENT",
                order = 1,
                required = true,
                description = "List the newest clones into this environment.")
        private @Nullable String target;
    }
}
