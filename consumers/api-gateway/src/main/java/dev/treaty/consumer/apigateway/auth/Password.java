package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a person signs in with; never shown.
 *
 * @param value as the person typed it; auth-service decides whether it is good enough
 */
public record Password(@JsonValue String value) {

    @Override
    public String toString() {
        return "Password[not shown]";
    }
}
