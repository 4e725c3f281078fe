package dev.treaty.consumer.webapp;

/** The result of renaming a workspace. */
public sealed interface RenamingResult
        permits RenamingResult.Renamed,
                Refusal.StaleVersion,
                Refusal.RoleTooLow,
                Refusal.NotAMember,
                Refusal.UnknownWorkspace {

    /** The workspace in its new version. */
    record Renamed(Workspace workspace) implements RenamingResult {}
}
