package dev.treaty.consumer.environmentconsole.clones;

/** Where a clone is between its request and its end. */
public enum CloneState {
    QUEUED,
    RUNNING,
    CANCELLING,
    ROLLING_BACK,
    COMPLETED,
    CANCELLED,
    FAILED;

    /** Whether nothing will happen any more. */
    public boolean isOver() {
        return this == COMPLETED || this == CANCELLED || this == FAILED;
    }
}
