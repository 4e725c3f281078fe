package dev.treaty.provider.environmentcloner.refusals;

/** No backup has this id (404). */
public final class BackupNotFound extends Refusal {

    public BackupNotFound(String id) {
        super(
                "backup-not-found",
                "There is no such backup.",
                "the id " + id,
                "use the id of one that GET /backups lists");
    }
}
