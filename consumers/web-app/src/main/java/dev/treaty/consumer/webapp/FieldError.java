package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.JsonDocument;

/**
 * What is wrong with one field.
 *
 * @param field as the gateway calls it, e.g. {@code "password"}
 * @param detail for people, e.g. {@code "must have at least 12 characters"}
 */
public record FieldError(String field, String detail) {

    static FieldError of(JsonDocument error) {
        return new FieldError(error.text("field"), error.text("detail"));
    }
}
