package dev.treaty.provider.environmentcloner.refusals;

/** A backup is not what was stored (409). */
public final class BackupIsCorrupt extends Refusal {

    public BackupIsCorrupt(String id, String what) {
        super("backup-is-corrupt", what, "the backup " + id, "restore another backup, or clone the environment anew");
    }
}
