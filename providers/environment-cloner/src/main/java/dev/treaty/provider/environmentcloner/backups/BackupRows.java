package dev.treaty.provider.environmentcloner.backups;

import dev.treaty.provider.environmentcloner.refusals.BackupNotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Backups in the database. */
public final class BackupRows {

    private BackupRows() {}

    /** Stores a new one. */
    public static void insert(Handle handle, StoredBackup stored, Instant noticeAt) {
        var backup = stored.backup();
        handle.createUpdate("""
                        INSERT INTO backup (id, environment, operation, taken_at, size, checksum, kind, state, schema_version, expires_at,
                                            notice_at, location, database_oid)
                        VALUES (:id, :environment, :operation, :takenAt, :size, :checksum, :kind, :state, :schemaVersion, :expiresAt,
                                :noticeAt, :location, :oid)""")
                .bind("id", backup.id())
                .bind("environment", backup.environment())
                .bind("operation", backup.operation())
                .bind("takenAt", backup.takenAt())
                .bind("size", backup.size())
                .bind("checksum", backup.checksum())
                .bind("kind", backup.kind().word())
                .bind("state", backup.state().word())
                .bind("schemaVersion", backup.schemaVersion())
                .bind("expiresAt", backup.expiresAt())
                .bind("noticeAt", noticeAt)
                .bind("location", stored.location())
                .bind(
                        "oid",
                        stored.oid().isPresent() ? Long.valueOf(stored.oid().getAsLong()) : null)
                .execute();
    }

    /**
     * One of them.
     *
     * @throws BackupNotFound if there is none with this id
     */
    public static StoredBackup find(Handle handle, String id) {
        return handle.createQuery("SELECT * FROM backup WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> backup(row))
                .findOne()
                .orElseThrow(() -> new BackupNotFound(id));
    }

    /** All, or those of one environment, the newest first. */
    public static List<Backup> list(Handle handle, Optional<String> environment) {
        return handle.createQuery(
                        "SELECT * FROM backup WHERE environment = coalesce(:environment, environment) ORDER BY number DESC")
                .bind("environment", environment)
                .map((row, context) -> backup(row).backup())
                .list();
    }

    /** Whether an operation has one already. */
    public static Optional<StoredBackup> ofOperation(Handle handle, String operation) {
        return handle.createQuery("SELECT * FROM backup WHERE operation = :operation")
                .bind("operation", operation)
                .map((row, context) -> backup(row))
                .findOne();
    }

    /** Changes the state of one. */
    public static void become(Handle handle, String id, BackupState state) {
        handle.createUpdate("UPDATE backup SET state = :state WHERE id = :id")
                .bind("id", id)
                .bind("state", state.word())
                .execute();
    }

    /** Usable ones whose end has to be announced, which nobody else announces until the transaction ends. */
    public static List<StoredBackup> toAnnounce(Handle handle, Instant now) {
        return handle.createQuery(
                        "SELECT * FROM backup WHERE state = 'usable' AND notice_at <= :now ORDER BY number FOR UPDATE SKIP LOCKED")
                .bind("now", now)
                .map((row, context) -> backup(row))
                .list();
    }

    /** Its end is announced. */
    public static void announced(Handle handle, String id) {
        handle.createUpdate("UPDATE backup SET notice_at = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** One that is to be deleted and that no operation restores; nobody else deletes it until the transaction ends. */
    public static Optional<StoredBackup> toDelete(Handle handle, Instant now) {
        return handle.createQuery("""
                        SELECT * FROM backup b WHERE state IN ('usable', 'corrupt') AND expires_at <= :now
                           AND NOT EXISTS (SELECT FROM operation o WHERE o.restored = b.id AND o.finished_at IS NULL)
                         ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .bind("now", now)
                .map((row, context) -> backup(row))
                .findOne();
    }

    private static StoredBackup backup(ResultSet row) throws SQLException {
        var backup = new Backup(
                row.getString("id"),
                row.getString("environment"),
                row.getString("operation"),
                row.getTimestamp("taken_at").toInstant(),
                row.getLong("size"),
                Optional.ofNullable(row.getString("checksum")),
                BackupKind.valueOf(constant(row.getString("kind"))),
                BackupState.valueOf(constant(row.getString("state"))),
                Optional.ofNullable(row.getString("schema_version")),
                row.getTimestamp("expires_at").toInstant());
        var oid = (@Nullable Long) row.getObject("database_oid", Long.class);
        return new StoredBackup(
                backup, row.getString("location"), oid == null ? OptionalLong.empty() : OptionalLong.of(oid));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
