package dev.treaty.consumer.webapp;

/** The result of removing somebody from a workspace. */
public sealed interface RemovalResult
        permits RemovalResult.Removed,
                RemovalResult.OwnerStays,
                Refusal.RoleTooLow,
                Refusal.UnknownMember,
                Refusal.NotAMember,
                Refusal.UnknownWorkspace {

    /** They are no longer a member. */
    record Removed() implements RemovalResult {}

    /** The owner cannot be removed from a workspace. */
    record OwnerStays() implements RemovalResult {}
}
