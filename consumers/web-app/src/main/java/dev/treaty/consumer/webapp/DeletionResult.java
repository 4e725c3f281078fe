package dev.treaty.consumer.webapp;

/** The result of deleting a workspace. */
public sealed interface DeletionResult
        permits DeletionResult.Deleted,
                Refusal.StaleVersion,
                Refusal.RoleTooLow,
                Refusal.NotAMember,
                Refusal.UnknownWorkspace {

    /** The workspace is gone. */
    record Deleted() implements DeletionResult {}
}
