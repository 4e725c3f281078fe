package dev.treaty.provider.environmentcloner.backups;

import java.util.Locale;

/** Whether a backup can be restored. */
public enum BackupState {
    USABLE,
    /** It is not what was stored. */
    CORRUPT,
    /** It was deleted, because its time was over. */
    EXPIRED,
    /** It is the environment's database again. */
    RESTORED;

    /** E.g. {@code usable}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
