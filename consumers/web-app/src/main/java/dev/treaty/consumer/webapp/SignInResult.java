package dev.treaty.consumer.webapp;

/** The result of signing in. */
public sealed interface SignInResult {

    /** The user is signed in. */
    record SignedIn(Session session) implements SignInResult {}

    /** No user has this e-mail address, or it has another password; the gateway does not say which. */
    record WrongCredentials() implements SignInResult {}
}
