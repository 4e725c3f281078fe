package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a session is prolonged or ended with. auth-service takes each only once: a second use revokes all tokens of that
 * sign-in. Never shown.
 *
 * @param value opaque
 */
public record RefreshToken(@JsonValue String value) {

    /** Any text: whether it is a token is for auth-service to say. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefreshToken {}

    @Override
    public String toString() {
        return "RefreshToken[not shown]";
    }
}
