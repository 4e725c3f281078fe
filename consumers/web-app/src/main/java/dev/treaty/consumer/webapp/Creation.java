package dev.treaty.consumer.webapp;

/** What came of making a workspace. */
public sealed interface Creation permits Creation.Created, Creation.NameTaken, Refusal.InvalidFields {

    /** The workspace exists, and the user owns it. */
    record Created(Workspace workspace) implements Creation {}

    /** The user has another workspace of this name. */
    record NameTaken() implements Creation {}
}
