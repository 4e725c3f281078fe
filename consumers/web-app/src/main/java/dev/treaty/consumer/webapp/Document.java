package dev.treaty.consumer.webapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/**
 * A JSON object in an answer: strict about the members that are asked for, blind to all others. Every method throws
 * {@link UnexpectedAnswer} when the member is missing or of another type.
 */
final class Document {

    private final JsonNode members;
    private final Answer answer;

    Document(JsonNode members, Answer answer) {
        this.members = members;
        this.answer = answer;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> lacks("text", name));
    }

    /** A text, or nothing when the member is missing. */
    Optional<String> optionalText(String name) {
        return Optional.ofNullable(members.get(name)).map(member -> {
            if (!member.isTextual()) {
                throw lacks("text", name);
            }
            return member.textValue();
        });
    }

    long integer(String name) {
        var member = members.get(name);
        if (member == null || !member.canConvertToLong() || !member.isIntegralNumber()) {
            throw lacks("integer", name);
        }
        return member.longValue();
    }

    /** A time of RFC 3339. */
    Instant time(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeParseException e) {
            throw lacks("time", name);
        }
    }

    <T> List<T> list(String name, Function<Document, T> element) {
        var member = members.get(name);
        if (member == null || !member.isArray()) {
            throw lacks("list", name);
        }
        return StreamSupport.stream(member.spliterator(), false)
                .map(node -> element.apply(new Document(node, answer)))
                .toList();
    }

    /** The complaint about a member that is not as it should be. */
    UnexpectedAnswer lacks(String type, String name) {
        return answer.unexpected("without the %s \"%s\"".formatted(type, name));
    }
}
