package dev.treaty.provider.environmentcloner.backups;

import java.util.Locale;

/** What a backup consists of. */
public enum BackupKind {
    /** The former database, on the target's server: restored within milliseconds. */
    DATABASE,
    /** A file of all rows, which outlives the server. */
    FILE;

    /** E.g. {@code database}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
