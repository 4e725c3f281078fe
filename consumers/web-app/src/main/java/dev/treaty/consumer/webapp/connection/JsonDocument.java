package dev.treaty.consumer.webapp.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A JSON object in an answer: strict about the members that are asked for, blind to all others. Every method throws
 * {@link UnexpectedResponse} when the member is missing or of another type.
 */
public final class JsonDocument {

    private final JsonNode members;
    private final Function<String, UnexpectedResponse> unexpected;

    public JsonDocument(JsonNode members, Function<String, UnexpectedResponse> unexpected) {
        this.members = members;
        this.unexpected = unexpected;
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> lacks("text", name));
    }

    /** A text, or nothing when the member is missing. */
    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name)).map(member -> {
            if (!member.isTextual()) {
                throw lacks("text", name);
            }
            return member.textValue();
        });
    }

    public long integer(String name) {
        var member = members.get(name);
        if (member == null || !member.canConvertToLong() || !member.isIntegralNumber()) {
            throw lacks("integer", name);
        }
        return member.longValue();
    }

    /** A time of RFC 3339. */
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

    /** The complaint about a member that is not as it should be. */
    public UnexpectedResponse lacks(String type, String name) {
        return unexpected.apply("without the %s \"%s\"".formatted(type, name));
    }
}
