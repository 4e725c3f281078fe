package dev.treaty.consumer.environmentconsole.clones;

/** What a clone is doing, in this order. */
public enum Phase {
    CHECKING,
    MIGRATING,
    COPYING,
    INDEXING,
    VALIDATING,
    SWAPPING
}
