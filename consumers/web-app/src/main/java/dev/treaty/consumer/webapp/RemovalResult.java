package dev.treaty.consumer.webapp;

/** The result of removing somebody from a workspace. */
public sealed interface RemovalResult
        permits RemovalResult.Removed,
                RemovalResult.OwnerStays,
                Refusal.RoleTooLow,
                Refusal.UnknownMember,
                Refusal.NotAMember,
                Refusal.UnknownWorkspace {

    /** They belong to it no longer. */
    record Removed() implements RemovalResult {}

    /** A workspace keeps its owner for as long as it exists. */
    record OwnerStays() implements RemovalResult {}
}
