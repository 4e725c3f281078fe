package dev.treaty.provider.environmentcloner.operations;

import java.util.Locale;

/** Where an operation is on its way; the last three are final. */
public enum OperationState {
    QUEUED,
    RUNNING,
    /** Somebody cancelled it, and it is being stopped on both sides. */
    CANCELLING,
    /** It failed or was cancelled, and what it built is being removed. */
    ROLLING_BACK,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** Whether it stays so. */
    public boolean isFinal() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }

    /** E.g. {@code rolling-back}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
