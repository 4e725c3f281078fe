package dev.treaty.provider.environmentcloner.refusals;

import java.time.Instant;

/** A backup was deleted, because its time was over (410). */
public final class BackupIsExpired extends Refusal {

    public BackupIsExpired(String id, Instant at) {
        super(
                "backup-is-expired",
                "The backup expired at %s.".formatted(at),
                "the backup " + id,
                "restore a newer backup, or clone the environment anew");
    }
}
