package dev.treaty.consumer.webapp;

/** The result of accepting an invitation. */
public sealed interface JoiningResult
        permits JoiningResult.Joined, JoiningResult.AlreadyAMember, Refusal.UnknownMember {

    /** The user belongs to the workspace. */
    record Joined(Member member) implements JoiningResult {}

    /** The user has belonged to the workspace before, by another invitation, and keeps the role that they had. */
    record AlreadyAMember() implements JoiningResult {}
}
