package dev.treaty.provider.service.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The events that are not yet published, those that are, and those that could not be. An event is stored if and only if the change it
 * reports is committed.
 */
public final class Outbox {

    private static final String WAITING = "published_at IS NULL AND dead_at IS NULL";

    private Outbox() {}

    /**
     * An event to publish.
     *
     * @param number its place in the outbox
     * @param failures how often publishing it has failed
     */
    record Entry(long number, OutboxEvent event, int failures) {}

    /** Adds an event to a transaction. */
    public static void append(Handle handle, OutboxEvent event) {
        handle.createUpdate("""
                        INSERT INTO outbox (id, type, subject, content, due_at)
                        VALUES (:id, :type, :subject, :content, now())""")
                .bind("id", event.id())
                .bind("type", event.type())
                .bind("subject", event.subject())
                .bind("content", event.content())
                .execute();
    }

    /**
     * Locks the next event for this transaction: one that is due, that no other relay holds, and that no earlier event of the same subject
     * precedes.
     */
    static Optional<Entry> take(Handle handle, Instant now) {
        return handle.createQuery("""
                        SELECT number, id, type, subject, content, failures FROM outbox next
                        WHERE %1$s AND due_at <= :now AND NOT EXISTS (
                            SELECT 1 FROM outbox WHERE %1$s AND subject = next.subject AND number < next.number)
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

    /** Counts a failure. The event waits, and so do the later ones of its subject. */
    static void failed(Handle handle, Entry entry, String reason, Instant again) {
        handle.createUpdate("""
                        UPDATE outbox SET failures = failures + 1, last_failure = :reason, due_at = :again
                        WHERE number = :number""")
                .bind("number", entry.number())
                .bind("reason", reason)
                .bind("again", again)
                .execute();
    }

    /** Sets an event aside for people to look at, so that the later ones of its subject can proceed. */
    static void dead(Handle handle, Entry entry, String reason, Instant at) {
        handle.createUpdate("""
                        UPDATE outbox SET failures = failures + 1, last_failure = :reason, dead_at = :at
                        WHERE number = :number""")
                .bind("number", entry.number())
                .bind("reason", reason)
                .bind("at", at)
                .execute();
    }

    /** Deletes events that were published before a time. */
    static void deletePublished(Handle handle, Instant before) {
        handle.createUpdate("DELETE FROM outbox WHERE published_at < :before")
                .bind("before", before)
                .execute();
    }

    /** All events about a subject, published or not, oldest first. */
    public static List<OutboxEvent> of(Handle handle, String subject) {
        return handle.createQuery(
                        "SELECT id, type, subject, content FROM outbox WHERE subject = :subject ORDER BY number")
                .bind("subject", subject)
                .map((row, context) -> event(row))
                .list();
    }

    /** How many events have not been sent yet. */
    public static long waiting(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox WHERE " + WAITING)
                .mapTo(Long.class)
                .one();
    }

    /** How many events were given up. */
    public static long dead(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM outbox WHERE dead_at IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getString("id"), row.getString("type"), row.getString("subject"), row.getString("content"));
    }
}
