package dev.treaty.consumer.webapp;

/** The result of refreshing a session. */
public sealed interface RefreshResult {

    /** The new session. */
    record Renewed(Session session) implements RefreshResult {}

    /** The refresh token was revoked, used before, or has expired; the user must sign in again. */
    record Revoked() implements RefreshResult {}
}
