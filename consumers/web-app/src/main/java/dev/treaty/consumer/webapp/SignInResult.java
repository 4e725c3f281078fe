package dev.treaty.consumer.webapp;

/** The result of signing in. */
public sealed interface SignInResult {

    /** The user is signed in. */
    record SignedIn(Session session) implements SignInResult {}

    /** The e-mail address is unknown, or the password is wrong; the gateway does not say which. */
    record WrongCredentials() implements SignInResult {}
}
