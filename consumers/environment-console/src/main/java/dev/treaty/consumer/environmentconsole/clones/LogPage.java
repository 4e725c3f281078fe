package dev.treaty.consumer.environmentconsole.clones;

import java.util.List;
import java.util.Optional;

/**
 * A part of a clone's log.
 *
 * @param entries may be empty while nothing new has happened
 * @param next the cursor of what comes after; empty if nothing more can come, because the clone is over
 */
public record LogPage(List<LogEntry> entries, Optional<String> next) {

    public LogPage {
        entries = List.copyOf(entries);
    }
}
