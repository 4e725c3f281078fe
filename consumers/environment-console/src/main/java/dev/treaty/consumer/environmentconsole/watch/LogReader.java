package dev.treaty.consumer.environmentconsole.watch;

import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.clones.LogEntry;
import dev.treaty.consumer.environmentconsole.clones.LogLevel;
import dev.treaty.consumer.environmentconsole.clones.LogPage;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the log of a clone, page by page. */
public final class LogReader {

    private static final int PAGE = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Clones clones;
    private final Pause pause;
    private final Patience patience;

    /** @param notice is told that the service does not respond */
    public LogReader(Clones clones, Pause pause, Consumer<String> notice) {
        this.clones = clones;
        this.pause = pause;
        this.patience = new Patience(pause, notice);
    }

    /** Reads what has happened so far. */
    public void read(String id, LogLevel level, Consumer<LogEntry> entries) {
        var page = clones.log(id, level, PAGE, Optional.empty());
        page.entries().forEach(entries);
        while (page.next().isPresent() && !page.entries().isEmpty()) {
            page = clones.log(id, level, PAGE, page.next());
            page.entries().forEach(entries);
        }
    }

    /** Reads what has happened and what will happen, until the clone is over. */
    public void follow(String id, LogLevel level, Consumer<LogEntry> entries) {
        var page = clones.log(id, level, PAGE, Optional.empty());
        page.entries().forEach(entries);
        while (page.next().isPresent()) {
            if (page.entries().isEmpty()) {
                pause.last(PAUSE);
            }
            page = next(id, level, page);
            page.entries().forEach(entries);
        }
    }

    private LogPage next(String id, LogLevel level, LogPage page) {
        return patience.ask(() -> clones.log(id, level, PAGE, page.next()));
    }
}
