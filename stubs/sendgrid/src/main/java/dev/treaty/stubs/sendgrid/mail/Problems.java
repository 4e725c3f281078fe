package dev.treaty.stubs.sendgrid.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.sendgrid.api.EmailAddresses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a mail; SendGrid reports all of it at once. */
final class Problems {

    private static final Duration LATEST = Duration.ofDays(3);

    private final List<SendGridError.Problem> problems = new ArrayList<>();

    void add(String field, String message) {
        problems.add(new SendGridError.Problem(field, message));
    }

    /** A text, if it is there; not empty. */
    void text(JsonNode value, String field) {
        if (!value.isMissingNode() && (!value.isTextual() || value.asText().isEmpty())) {
            add(field, "The %s value must be a string at least one character in length.".formatted(name(field)));
        }
    }

    /** A text that must be there; not empty. */
    void requiredText(JsonNode value, String field) {
        if (value.isMissingNode()) {
            add(field, "The %s value is required.".formatted(name(field)));
        }
        text(value, field);
    }

    /** E.g. {@code "content"} of {@code "content.0.value"}. */
    private static String name(String field) {
        return field.startsWith("personalizations.") ? last(field) : field.replaceFirst("\\..*", "");
    }

    private static String last(String field) {
        return field.substring(field.lastIndexOf('.') + 1);
    }

    /** A text of a length, if it is there. */
    void text(JsonNode value, String field, int shortest, int longest) {
        if (!value.isMissingNode()
                && (!value.isTextual()
                        || value.asText().length() < shortest
                        || value.asText().length() > longest)) {
            add(field, "The %s must be a string of %d to %d characters.".formatted(last(field), shortest, longest));
        }
    }

    /** A whole number, if it is there. */
    void integer(JsonNode value, String field) {
        if (!value.isMissingNode() && !value.isIntegralNumber()) {
            add(field, "The %s parameter must be an integer.".formatted(last(field)));
        }
    }

    /** A time in seconds since 1970, if it is there; not too late. */
    void sendAt(JsonNode value, String field, long nowSeconds) {
        integer(value, field);
        if (value.isIntegralNumber() && value.asLong() > nowSeconds + LATEST.toSeconds()) {
            add(field, "Scheduling more than 72 hours in advance is forbidden.");
        }
    }

    /** The size of an object; 0 if it is not there. */
    static int bytes(JsonNode object) {
        return object.isObject() ? object.toString().getBytes(UTF_8).length : 0;
    }

    /** An object {@code {"email", "name"}} that must be there. */
    void email(JsonNode value, String field) {
        var email = value.path("email");
        if (!email.isTextual() || email.asText().isEmpty()) {
            add(field + ".email", "The email parameter is required, and must be a string.");
        } else if (!EmailAddresses.isValid(email.asText())) {
            add(field + ".email", "Does not contain a valid address.");
        }
        if (!value.path("name").isMissingNode() && !value.path("name").isTextual()) {
            add(field + ".name", "The name parameter must be a string.");
        }
    }

    /** An object whose values are texts, if it is there. */
    void texts(JsonNode object, String field) {
        if (object.isMissingNode()) {
            return;
        }
        if (!object.isObject()) {
            add(field, "The %s parameter must be an object.".formatted(last(field)));
        }
        object.properties().forEach(entry -> {
            if (!entry.getValue().isTextual()) {
                add(field + "." + entry.getKey(), "The values of %s must be strings.".formatted(last(field)));
            }
        });
    }

    /** An array of so many items, if it is there. */
    void items(JsonNode array, String field, int most) {
        if (!array.isMissingNode() && !array.isArray()) {
            add(field, "The %s parameter must be an array.".formatted(last(field)));
        } else if (array.size() > most) {
            add(field, "The %s array may have at most %d items.".formatted(last(field), most));
        }
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 400 if there are any */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw SendGridError.badRequest(problems);
        }
    }
}
