package dev.treaty.consumer.webapp;

/** The result of registering. */
public sealed interface RegistrationResult
        permits RegistrationResult.Registered, RegistrationResult.EmailTaken, Refusal.InvalidFields {

    /** The user was created and may sign in. */
    record Registered(User user) implements RegistrationResult {}

    /** Somebody has registered with this e-mail address before. */
    record EmailTaken() implements RegistrationResult {}
}
