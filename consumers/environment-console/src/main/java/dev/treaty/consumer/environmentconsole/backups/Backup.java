package dev.treaty.consumer.environmentconsole.backups;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Instant;
import java.util.Optional;

/**
 * What an environment was before it was cloned into.
 *
 * @param id opaque, e.g. {@code "bak_42"}
 * @param size in bytes
 * @param checksum of a file; a database has none
 * @param expiresAt when it will be deleted; empty if never
 */
public record Backup(
        String id,
        String environment,
        Instant takenAt,
        long size,
        Kind kind,
        Optional<String> checksum,
        State state,
        Optional<Instant> expiresAt) {

    /** How it is kept. */
    public enum Kind {
        /** The former database itself, beside its successor: restoring it takes milliseconds. */
        DATABASE,
        FILE
    }

    /** Whether it can be restored. */
    public enum State {
        USABLE,
        /** It has been: a former database can become the environment once. */
        RESTORED,
        CORRUPT,
        EXPIRED
    }

    static Backup of(JsonDocument backup) {
        return new Backup(
                backup.text("id"),
                backup.text("environment"),
                backup.time("takenAt"),
                backup.integer("size"),
                backup.word("kind", Kind.class),
                backup.optionalText("checksum"),
                backup.word("state", State.class),
                backup.optionalTime("expiresAt"));
    }
}
