package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that a clone did.
 *
 * @param number from 1, in the order in which it happened
 * @param phase empty for what happens outside of one, e.g. a cancellation
 * @param table with its schema; empty if the entry is about no single table
 */
public record LogEntry(
        long number, Instant time, LogLevel level, Optional<Phase> phase, String message, Optional<String> table) {

    static LogEntry of(JsonDocument entry) {
        return new LogEntry(
                entry.integer("number"),
                entry.time("time"),
                entry.word("level", LogLevel.class),
                entry.optionalWord("phase", Phase.class),
                entry.text("message"),
                entry.optionalText("table"));
    }
}
