package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;
import java.time.Duration;

/**
 * A signed-in user's tokens.
 *
 * @param accessToken sent with each call; secret, {@link #toString} leaves it out
 * @param refreshToken is exchanged for a new session when the access token has expired; secret, {@link #toString} leaves
 *     it out
 * @param expiresIn how long the access token is valid, counted from when the session was issued
 */
public record Session(String accessToken, String refreshToken, Duration expiresIn) {

    @Override
    public String toString() {
        return "Session[accessToken=redacted, refreshToken=redacted, expiresIn=" + expiresIn + "]";
    }

    /** Reads the session from a response of the shape of RFC 6749, section 5.1, in camel case. */
    static Session of(JsonDocument grant) {
        // RFC 6749, section 7.1: a client must not use a token of a type that it does not know.
        if (!grant.text("tokenType").equals("Bearer")) {
            throw grant.lacks("token type", "Bearer");
        }
        return new Session(
                grant.text("accessToken"), grant.text("refreshToken"), Duration.ofSeconds(grant.integer("expiresIn")));
    }
}
