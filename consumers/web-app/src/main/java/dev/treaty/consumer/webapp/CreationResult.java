package dev.treaty.consumer.webapp;

/** The result of creating a workspace. */
public sealed interface CreationResult permits CreationResult.Created, CreationResult.NameTaken, Refusal.InvalidFields {

    /** The workspace exists, and the user owns it. */
    record Created(Workspace workspace) implements CreationResult {}

    /** The user has another workspace of this name. */
    record NameTaken() implements CreationResult {}
}
