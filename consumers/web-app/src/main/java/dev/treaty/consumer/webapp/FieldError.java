package dev.treaty.consumer.webapp;

/**
 * What is wrong with one field.
 *
 * @param field as the gateway calls it, e.g. {@code "password"}
 * @param detail for people, e.g. {@code "must have at least 12 characters"}
 */
public record FieldError(String field, String detail) {

    static FieldError of(Document error) {
        return new FieldError(error.text("field"), error.text("detail"));
    }
}
