package dev.treaty.provider.environmentcloner.operations;

import java.util.Locale;

/** What an operation does with its target. */
public enum OperationKind {
    /** Replaces its database by a copy of a source. */
    CLONE,
    /** Replaces its database by a backup of an earlier one. */
    RESTORATION;

    /** E.g. {@code clone}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
