package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Extends or ends a session. auth-service accepts each only once: a second use revokes all tokens of that
 * sign-in. Never shown.
 *
 * @param value opaque
 */
public record RefreshToken(@JsonValue String value) {

    /** Accepts any text; auth-service decides whether it is a token. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefreshToken {}

    @Override
    public String toString() {
        return "RefreshToken[not shown]";
    }
}
