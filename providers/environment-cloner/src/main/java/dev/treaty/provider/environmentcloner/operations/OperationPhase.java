package dev.treaty.provider.environmentcloner.operations;

import java.util.Locale;

/** What a running operation is doing. */
public enum OperationPhase {
    CHECKING,
    MIGRATING,
    COPYING,
    INDEXING,
    VALIDATING,
    SWAPPING;

    /** E.g. {@code copying}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
