package dev.treaty.consumer.incidentdesk;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
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

    /** Reads a list of objects, which may be empty. */
    List<JsonMembers> objects(String name) throws UnreadableEvent {
        var values = object.path(name);
        if (!values.isArray()) {
            throw missing("list", name);
        }
        var members = new ArrayList<JsonMembers>();
        for (var value : values) {
            if (!value.isObject()) {
                throw missing("list of objects", name);
            }
            members.add(new JsonMembers("%s.%s[%d]".formatted(path, name, members.size()), value));
        }
        return members;
    }

    BigDecimal number(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isNumber()) {
            throw missing("number", name);
        }
        return value.decimalValue();
    }

    int integer(String name) throws UnreadableEvent {
        var value = object.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw missing("integer", name);
        }
        return value.intValue();
    }

    /** Reads an amount of money, which is text so that nobody rounds it. */
    BigDecimal amount(String name) throws UnreadableEvent {
        try {
            return new BigDecimal(token(name));
        } catch (NumberFormatException e) {
            throw missing("amount", name);
        }
    }

    /** Reads a date without a time (RFC 3339, full-date). */
    LocalDate date(String name) throws UnreadableEvent {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException e) {
            throw missing("date", name);
        }
    }

    /** Reads a month (ISO 8601), e.g. {@code 2026-01}. */
    YearMonth month(String name) throws UnreadableEvent {
        try {
            return YearMonth.parse(text(name));
        } catch (DateTimeException e) {
            throw missing("month", name);
        }
    }

    private UnreadableEvent missing(String kind, String name) {
        return new UnreadableEvent("it has no %s at %s.%s".formatted(kind, path, name));
    }
}
