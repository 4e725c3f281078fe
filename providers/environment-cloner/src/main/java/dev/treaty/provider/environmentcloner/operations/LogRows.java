package dev.treaty.provider.environmentcloner.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The logs of operations, in the database. */
public final class LogRows {

    private LogRows() {}

    /**
     * Adds an entry, in the phase in which the operation is.
     *
     * @param table that it is about, e.g. {@code audit.audit_logs}
     */
    public static void append(
            Handle handle, String operation, LogLevel level, String message, Optional<String> table, Instant at) {
        handle.createUpdate("""
                        WITH numbered AS (UPDATE operation SET logged = logged + 1 WHERE id = :operation RETURNING logged, phase)
                        INSERT INTO log_entry (operation, number, time, level, phase, message, about)
                        SELECT :operation, logged, :at, :level, phase, :message, :table FROM numbered""")
                .bind("operation", operation)
                .bind("level", level.word())
                .bind("message", message)
                .bind("table", table)
                .bind("at", at)
                .execute();
    }

    /** Part of a log, the oldest first. */
    public static Page<LogEntry> list(Handle handle, String operation, LogLevel least, OptionalLong after, int limit) {
        var levels = Arrays.stream(LogLevel.values())
                .filter(level -> level.compareTo(least) >= 0)
                .map(LogLevel::word)
                .toList();
        var found = handle.createQuery("""
                        SELECT * FROM log_entry WHERE operation = :operation AND number > :after AND level = ANY (:levels)
                         ORDER BY number LIMIT :most""")
                .bind("operation", operation)
                .bind("after", after.orElse(0))
                .bindArray("levels", String.class, levels)
                .bind("most", limit + 1)
                .map((row, context) -> entry(row))
                .list();
        var isLast = found.size() <= limit;
        var items = isLast ? found : found.subList(0, limit);
        return new Page<>(
                items,
                isLast
                        ? OptionalLong.empty()
                        : OptionalLong.of(items.get(items.size() - 1).number()));
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        return new LogEntry(
                row.getLong("number"),
                row.getTimestamp("time").toInstant(),
                LogLevel.valueOf(OperationRow.constant(row.getString("level"))),
                OperationRow.phase(row),
                row.getString("message"),
                Optional.ofNullable(row.getString("about")));
    }
}
