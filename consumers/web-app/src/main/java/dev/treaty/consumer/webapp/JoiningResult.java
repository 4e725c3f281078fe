package dev.treaty.consumer.webapp;

/** The result of accepting an invitation. */
public sealed interface JoiningResult
        permits JoiningResult.Joined, JoiningResult.AlreadyAMember, Refusal.UnknownMember {

    /** The user is now a member of the workspace. */
    record Joined(Member member) implements JoiningResult {}

    /** The user was a member of the workspace before, through another invitation, and keeps their role. */
    record AlreadyAMember() implements JoiningResult {}
}
