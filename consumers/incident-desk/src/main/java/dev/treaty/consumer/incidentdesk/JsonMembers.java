package dev.treaty.consumer.incidentdesk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/**
 * The members of a JSON object (RFC 8259): requires those that are read, ignores all others.
 *
 * @param path where the object is, e.g. {@code $.data}
 */
record JsonMembers(String path, JsonNode object) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Parses an object in UTF-8. */
    static JsonMembers parse(byte[] text) throws UnreadableEvent {
        try {
            var value = MAPPER.readTree(text);
            if (value != null && value.isObject()) {
                return new JsonMembers("$", value);
            }
        } catch (IOException e) {
            // Not its message, which quotes the text; that must not be logged.
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

    /** Reads a string, which may have several lines. */
    String text(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            throw missing("text", name);
        }
        return value.textValue();
    }

    /** Reads a string that is safe in a line of a log: an id, a type, a URI. */
    String token(String name) throws UnreadableEvent {
        var value = text(name);
        if (value.length() > 255 || !value.chars().allMatch(letter -> letter > ' ' && letter <= '~')) {
            throw missing("token of at most 255 visible ASCII characters", name);
        }
        return value;
    }

    boolean flag(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isBoolean()) {
            throw missing("boolean", name);
        }
        return value.booleanValue();
    }

    /** Reads a word that is one of an enum's constants, in lower case and with hyphens, e.g. {@code "server-identity"}. */
    <E extends Enum<E>> E word(String name, Class<E> words) throws UnreadableEvent {
        var word = token(name);
        for (var constant : words.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return constant;
            }
        }
        throw missing("known word", name);
    }

    /** Reads a date and time with its offset (RFC 3339). */
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
