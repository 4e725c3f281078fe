package dev.treaty.provider.workspaceservice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The events that were not published yet, those that were, and those that could not be. An event is here if, and only if, the
 * change that it tells of is committed.
 */
final class Outbox {

    private static final String WAITING = "published_at IS NULL AND dead_at IS NULL";

    private Outbox() {}

    /**
     * An event that is to be published.
     *
     * @param number its place in the outbox
     * @param failures how often it was tried in vain
     */
    record Entry(long number, Event event, int failures) {}

    /** Adds an event to what the transaction does. */
    static void append(Handle handle, Event event) {
        handle.createUpdate("""
                        INSERT INTO outbox (id, type, workspace, content, due_at)
                        VALUES (:id, :type, :workspace, :content, now())""")
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("workspace", event.workspace())
                .bind("content", event.content())
                .execute();
    }

    /**
     * Takes the next event for this transaction: one that is due, that no other relay has, and before which no other of the
     * same workspace waits.
     */
    static Optional<Entry> take(Handle handle, Instant now) {
        return handle.createQuery("""
                        SELECT number, id, type, workspace, content, failures FROM outbox next
                        WHERE %1$s AND due_at <= :now AND NOT EXISTS (
                            SELECT 1 FROM outbox WHERE %1$s AND workspace = next.workspace AND number < next.number)
                        ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED""".formatted(WAITING))
                .bind("now", now)
                .map((row, context) -> new Entry(row.getLong("number"), event(row), row.getInt("failures")))
                .findOne();
    }

    static void published(Handle handle, Entry entry, Instant at) {
        handle.createUpdate("UPDATE outbox SET published_at = :at WHERE number = :number")
                .bind("number", entry.number())
                .bind("at", at)
                .execute();
    }

    /** Counts a failure; the event waits, and with it the later ones of its workspace. */
    static void failed(Handle handle, Entry entry, String reason, Instant again) {
        handle.createUpdate("""
                        UPDATE outbox SET failures = failures + 1, last_failure = :reason, due_at = :again
                        WHERE number = :number""")
                .bind("number", entry.number())
                .bind("reason", reason)
                .bind("again", again)
                .execute();
    }

    /** Sets an event aside for people to look at; the later ones of its workspace go on. */
    static void dead(Handle handle, Entry entry, String reason, Instant at) {
        handle.createUpdate("""
                        UPDATE outbox SET failures = failures + 1, last_failure = :reason, dead_at = :at
                        WHERE number = :number""")
                .bind("number", entry.number())
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    /** Forgets what was published before a time. */
    static void forget(Handle handle, Instant before) {
        handle.createUpdate("DELETE FROM outbox WHERE published_at < :before")
                .bind("before", before)
                .execute();
    }

    /** All events of a workspace, published or not, the oldest first. */
    static List<Event> of(Handle handle, String workspace) {
        return handle.createQuery(
                        "SELECT id, type, workspace, content FROM outbox WHERE workspace = :workspace ORDER BY number")
                .bind("workspace", workspace)
                .map((row, context) -> event(row))
                .list();
    }

    static long waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox WHERE " + WAITING)
                .mapTo(Long.class)
                .one();
    }

    static long dead(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getString("id"), row.getString("type"), row.getString("workspace"), row.getString("content"));
    }
}
