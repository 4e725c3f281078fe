package dev.treaty.provider.authservice;

import dev.treaty.provider.service.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The refusal of a body that lacks something, or has something that is not acceptable. */
final class InvalidFields {

    private InvalidFields() {}

    /**
     * What is wrong with a field.
     *
     * @param detail for people, e.g. {@code "is missing"}; never what was sent, which may be a password
     */
    record FieldError(String field, String detail) {}

    static Problem problem(List<FieldError> errors) {
        return new Problem(422, "invalid-fields", "Some fields are not acceptable").with("errors", errors);
    }

    /** A field's value, or the refusal of the whole because it is missing. */
    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw problem(List.of(new FieldError(field, "is missing")));
        }
        return value;
    }
}
