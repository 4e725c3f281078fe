package dev.treaty.consumer.webapp;

/** What came of accepting an invitation. */
public sealed interface Joining permits Joining.Joined, Joining.AlreadyAMember, Refusal.UnknownMember {

    /** The user belongs to the workspace. */
    record Joined(Member member) implements Joining {}

    /** The user has belonged to the workspace before, by another invitation, and keeps the role that they had. */
    record AlreadyAMember() implements Joining {}
}
