package dev.treaty.consumer.apigateway.auth;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a person signs in with; never shown.
 *
 * @param value as the person wrote it; whether it is good enough is for auth-service to say
 */
public record Password(@JsonValue String value) {

    @Override
    public String toString() {
        return "Password[not shown]";
    }
}
