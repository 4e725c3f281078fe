package dev.treaty.provider.environmentcloner.refusals;

/** A backup is the database of its environment again (409). */
public final class BackupIsRestored extends Refusal {

    public BackupIsRestored(String id) {
        super(
                "backup-is-restored",
                "The backup was restored and is the environment's database again.",
                "the backup " + id,
                "restore the backup that was taken when this one was restored");
    }
}
