package dev.treaty.consumer.webapp;

/** The result of looking up a workspace. */
public sealed interface LookupResult permits LookupResult.Found, Refusal.NotAMember, Refusal.UnknownWorkspace {

    /** The workspace as it is now. */
    record Found(Workspace workspace) implements LookupResult {}
}
