package dev.treaty.consumer.webapp;

/** The result of refreshing a session. */
public sealed interface RefreshResult {

    /** The session to go on with. */
    record Renewed(Session session) implements RefreshResult {}

    /** The refresh token has been revoked, used before or has run out; the user must sign in again. */
    record Revoked() implements RefreshResult {}
}
