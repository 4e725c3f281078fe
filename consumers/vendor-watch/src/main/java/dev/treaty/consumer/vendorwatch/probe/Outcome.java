package dev.treaty.consumer.vendorwatch.probe;

/** How a call ended. */
public enum Outcome {
    /** The vendor did what it was asked. */
    ANSWERED,
    /** The vendor accepts no more requests for now. It is neither a success nor an error. */
    LIMITED,
    /** The key is wrong, revoked, or may not do this. It is neither a success nor an error of the vendor. */
    REFUSED,
    /** No reply, one that cannot be read, or one that says that something is broken. */
    FAILED
}
