package dev.treaty.consumer.environmentconsole.command;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.LogEntry;
import dev.treaty.consumer.environmentconsole.clones.LogLevel;
import dev.treaty.consumer.environmentconsole.display.Words;
import dev.treaty.consumer.environmentconsole.watch.LogReader;
import dev.treaty.consumer.environmentconsole.watch.Pause;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a clone has done. */
@Command(name = "log", description = "Prints what a clone has done, step by step.", sortOptions = false)
final class LogCommand extends ConsoleCommand {

    @Parameters(paramLabel = "CLONE", description = "Its id.")
    private String clone = "";

    @Option(
            names = {"-f", "--follow"},
            order = 1,
            description = "Print new entries until the clone is over.")
    private boolean follow;

    @Option(
            names = "--level",
            paramLabel = "debug|info|warning|error",
            order = 2,
            defaultValue = "info",
            description = "Leave out what is less important. Default: ${DEFAULT-VALUE}.")
    private LogLevel level = LogLevel.INFO;

    LogCommand() {}

    @Override
    public Integer call() {
        Clones clones = cloner().clones();
        var reader = new LogReader(clones, Pause.SLEEP, err()::println);
        if (follow) {
            reader.follow(clone, level, this::print);
        } else {
            reader.read(clone, level, this::print);
        }
        return ExitCode.DONE;
    }

    private void print(LogEntry entry) {
        print("%s %-7s %-10s %s%s%n"
                .formatted(
                        Words.time(entry.time()),
                        entry.level().word(),
                        entry.phase().map(Words::word).orElse("-"),
                        entry.table().map(table -> table + ": ").orElse(""),
                        entry.message()));
    }
}
