package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.backups.BackupKind;
import dev.treaty.provider.environmentcloner.backups.BackupRows;
import dev.treaty.provider.environmentcloner.backups.BackupState;
import dev.treaty.provider.environmentcloner.backups.StoredBackup;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.events.ClonerEvent;
import dev.treaty.provider.service.outbox.Outbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces that backups expire, and deletes them when they do. */
final class BackupExpiry {

    private static final Logger LOG = LoggerFactory.getLogger(BackupExpiry.class);

    private final WorkerContext context;

    BackupExpiry(WorkerContext context) {
        this.context = context;
    }

    void run() {
        announce();
        while (deleteNext()) {
            LOG.info("an expired backup is deleted");
        }
    }

    private void announce() {
        var now = context.clock().instant();
        context.jdbi().useTransaction(handle -> {
            for (var stored : BackupRows.toAnnounce(handle, now)) {
                var backup = stored.backup();
                BackupRows.announced(handle, backup.id());
                Outbox.append(handle, ClonerEvent.expires(backup.id(), backup.environment(), backup.expiresAt(), now));
            }
        });
    }

    /** If it cannot be deleted, it is tried again. */
    private boolean deleteNext() {
        return context.jdbi().inTransaction(handle -> {
            var expired = BackupRows.toDelete(handle, context.clock().instant());
            if (expired.isEmpty()) {
                return false;
            }
            delete(expired.get());
            BackupRows.become(handle, expired.get().backup().id(), BackupState.EXPIRED);
            return true;
        });
    }

    private void delete(StoredBackup stored) {
        var backup = stored.backup();
        try {
            if (backup.kind() == BackupKind.FILE) {
                Files.deleteIfExists(context.settings().backups().resolve(stored.location()));
            } else {
                var environment = context.settings().environment(backup.environment(), "the backup " + backup.id());
                var server = EnvironmentDatabases.OF_SERVICE.server(environment);
                var database = server.find(stored.location());
                if (database.isPresent() && database.get().oid() == stored.oid().orElse(-1)) {
                    server.drop(stored.location());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
