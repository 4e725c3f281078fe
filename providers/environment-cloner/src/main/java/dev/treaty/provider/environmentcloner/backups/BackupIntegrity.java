package dev.treaty.provider.environmentcloner.backups;

import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentDatabases;
import dev.treaty.provider.environmentcloner.refusals.BackupIsCorrupt;
import dev.treaty.provider.environmentcloner.refusals.BackupIsExpired;
import dev.treaty.provider.environmentcloner.refusals.BackupIsRestored;
import dev.treaty.provider.environmentcloner.refusals.EnvironmentUnreachable;
import dev.treaty.provider.service.database.DatabaseFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Finds out whether a backup is still what was stored, before anything is changed.
 *
 * @param folder for backup files
 */
public record BackupIntegrity(Path folder) {

    /**
     * Returns if the backup can be restored.
     *
     * @throws dev.treaty.provider.environmentcloner.refusals.Refusal if it cannot
     */
    public void require(StoredBackup stored, Environment environment, Instant now) {
        var backup = stored.backup();
        switch (backup.state()) {
            case RESTORED -> throw new BackupIsRestored(backup.id());
            case EXPIRED -> throw new BackupIsExpired(backup.id(), backup.expiresAt());
            case CORRUPT -> throw new BackupIsCorrupt(backup.id(), "The backup is not what was stored.");
            case USABLE -> requireUsable(stored, environment, now);
        }
    }

    private void requireUsable(StoredBackup stored, Environment environment, Instant now) {
        var backup = stored.backup();
        if (!now.isBefore(backup.expiresAt())) {
            throw new BackupIsExpired(backup.id(), backup.expiresAt());
        }
        if (backup.kind() == BackupKind.FILE) {
            requireFile(stored);
        } else {
            requireDatabase(stored, environment);
        }
    }

    private void requireFile(StoredBackup stored) {
        var id = stored.backup().id();
        var file = folder.resolve(stored.location());
        try {
            if (!Files.isRegularFile(file)) {
                throw new BackupIsCorrupt(id, "The file of the backup is gone.");
            }
            if (!FileChecksum.of(file).equals(stored.backup().checksum().orElse(""))) {
                throw new BackupIsCorrupt(
                        id, "The file of the backup has another checksum than the one that was stored.");
            }
        } catch (IOException e) {
            throw new BackupIsCorrupt(id, "The file of the backup cannot be read.");
        }
    }

    private static void requireDatabase(StoredBackup stored, Environment environment) {
        var id = stored.backup().id();
        try {
            var database = EnvironmentDatabases.OF_SERVICE.server(environment).find(stored.location());
            if (database.isEmpty()) {
                throw new BackupIsCorrupt(id, "The database of the backup is gone.");
            }
            if (database.get().oid() != stored.oid().orElse(-1)) {
                throw new BackupIsCorrupt(id, "Another database has the name of the backup's.");
            }
        } catch (SQLException e) {
            throw new EnvironmentUnreachable(environment.id(), DatabaseFailure.reason(e), e);
        }
    }
}
