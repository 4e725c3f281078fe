package dev.treaty.consumer.webapp.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A JSON object in a response: requires the members that are read, ignores all others. Every method throws
 * {@link UnexpectedResponse} if the member is missing or of another type.
 */
public final class JsonDocument {

    private final JsonNode members;
    private final Function<String, UnexpectedResponse> unexpected;

    public JsonDocument(JsonNode members, Function<String, UnexpectedResponse> unexpected) {
        this.members = members;
        this.unexpected = unexpected;
    }

    /** A member that is a text. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> lacks("text", name));
    }

    /** Reads a string; empty if the member is missing. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name)).map(member -> {
            if (!member.isTextual()) {
                throw lacks("text", name);
            }
            return member.textValue();
        });
    }

    /** A member that is a whole number. */
    public long integer(String name) {
        var member = members.get(name);
        if (member == null || !member.canConvertToLong() || !member.isIntegralNumber()) {
            throw lacks("integer", name);
        }
        return member.longValue();
    }

    /** Reads a time (RFC 3339). */
    public Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw lacks("time", name);
        }
    }

    public <T> List<T> list(String name, Function<JsonDocument, T> element) {
        var member = members.get(name);
        if (member == null || !member.isArray()) {
            throw lacks("list", name);
        }
        return StreamSupport.stream(member.spliterator(), false)
                .map(node -> element.apply(new JsonDocument(node, unexpected)))
                .toList();
    }

    /** The failure for a missing or invalid member. */
    public UnexpectedResponse lacks(String type, String name) {
        return unexpected.apply("it has no %s \"%s\"".formatted(type, name));
    }
}
