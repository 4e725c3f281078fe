package dev.treaty.consumer.webapp;

/** What came of registering. */
public sealed interface Registration permits Registration.Registered, Registration.EmailTaken, Refusal.InvalidFields {

    /** The user exists and may sign in. */
    record Registered(User user) implements Registration {}

    /** Somebody has registered with this e-mail address before. */
    record EmailTaken() implements Registration {}
}
