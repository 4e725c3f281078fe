package dev.treaty.provider.environmentcloner.backups;

import java.time.Instant;
import java.util.Optional;

/**
 * A former database of an environment.
 *
 * @param environment its id
 * @param operation the id of the one that replaced the database
 * @param takenAt when it was replaced
 * @param size bytes
 * @param checksum {@code sha-256:…} of a file; empty for a database, which is checked by its identity
 * @param schemaVersion the newest migration of its application, e.g. {@code 4}
 * @param expiresAt when it is deleted
 */
public record Backup(
        String id,
        String environment,
        String operation,
        Instant takenAt,
        long size,
        Optional<String> checksum,
        BackupKind kind,
        BackupState state,
        Optional<String> schemaVersion,
        Instant expiresAt) {}
