package dev.treaty.consumer.webapp;

/** What came of removing somebody from a workspace. */
public sealed interface Removal
        permits Removal.Removed,
                Removal.OwnerStays,
                Refusal.RoleTooLow,
                Refusal.UnknownMember,
                Refusal.NotAMember,
                Refusal.UnknownWorkspace {

    /** They belong to it no longer. */
    record Removed() implements Removal {}

    /** A workspace keeps its owner for as long as it exists. */
    record OwnerStays() implements Removal {}
}
