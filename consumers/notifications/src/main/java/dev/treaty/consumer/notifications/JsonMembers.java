package dev.treaty.consumer.notifications;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The members of a JSON object (RFC 8259): strict about those that are asked for, blind to all others.
 *
 * @param path where the object is, e.g. {@code $.data}
 */
record JsonMembers(String path, JsonNode object) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The object that a text is, in UTF-8. */
    static JsonMembers parse(byte[] text) throws UnreadableEvent {
        try {
            var value = MAPPER.readTree(text);
            if (value != null && value.isObject()) {
                return new JsonMembers("$", value);
            }
        } catch (IOException e) {
            // Not its message: that quotes the text, which is for nobody's log.
            throw new UnreadableEvent("it is not JSON");
        }
        throw new UnreadableEvent("it is not a JSON object");
    }

    JsonMembers object(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isObject()) {
            throw missing("object", name);
        }
        return new JsonMembers(path + "." + name, value);
    }

    /** Some text, which may be of several lines. */
    String text(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw missing("text", name);
        }
        return value.textValue();
    }

    /** A text that can be shown in a line of a log and forges none: an id, a type, a URI. */
    String token(String name) throws UnreadableEvent {
        var value = text(name);
        if (value.length() > 255 || !value.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw missing("token of at most 255 visible ASCII characters", name);
        }
        return value;
    }

    EmailAddress email(String name) throws UnreadableEvent {
        var value = text(name);
        if (!EmailAddress.isOne(value)) {
            throw missing("e-mail address", name);
        }
        return new EmailAddress(value);
    }

    long integer(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw missing("integer", name);
        }
        return value.longValue();
    }

    /** A date and time with its offset (RFC 3339). */
    Instant time(String name) throws UnreadableEvent {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException e) {
            throw missing("RFC 3339 time", name);
        }
    }

    private UnreadableEvent missing(String kind, String name) {
        return new UnreadableEvent("it has no %s at %s.%s".formatted(kind, path, name));
    }
}
