package dev.treaty.consumer.environmentconsole.connection;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object in a response: requires the members that are read, ignores all others. Every method throws
 * {@link UnexpectedResponse} if the member is missing or of another type. A member that is null is the same as one that is missing.
 */
public final class JsonDocument {

    private final JsonNode members;
    private final Function<String, UnexpectedResponse> unexpected;

    JsonDocument(JsonNode members, Function<String, UnexpectedResponse> unexpected) {
        this.members = members;
        this.unexpected = unexpected;
    }

    /** A member that is a text. */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> lacks("text", name));
    }

    /** Reads a string; empty if the member is missing. */
    public Optional<String> optionalText(String name) {
        return optional(name).map(member -> {
            if (!member.isTextual()) {
                throw lacks("text", name);
            }
            return printable(member.textValue());
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

    /** A member that is true or false. */
    public boolean flag(String name) {
        var member = members.get(name);
        if (member == null || !member.isBoolean()) {
            throw lacks("boolean", name);
        }
        return member.booleanValue();
    }

    /** Reads a time (RFC 3339). */
    public Instant time(String name) {
        return optionalTime(name).orElseThrow(() -> lacks("time", name));
    }

    /** Reads a time (RFC 3339); empty if the member is missing. */
    public Optional<Instant> optionalTime(String name) {
        return optionalText(name).map(text -> parsed(text, Instant::parse, "time", name));
    }

    /** Reads a duration (ISO 8601), e.g. {@code "PT2M30S"}. */
    public Duration duration(String name) {
        return parsed(text(name), Duration::parse, "duration", name);
    }

    /** Reads a word that is one of an enum's constants, in lower case and with hyphens, e.g. {@code "rolling-back"}. */
    public <E extends Enum<E>> E word(String name, Class<E> words) {
        return optionalWord(name, words).orElseThrow(() -> lacks("word", name));
    }

    /** Reads such a word; empty if the member is missing. */
    public <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> words) {
        return optionalText(name)
                .map(text -> Arrays.stream(words.getEnumConstants())
                        .filter(constant -> constant.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(text))
                        .findFirst()
                        .orElseThrow(() -> lacks("known", name)));
    }

    /** A member that is an object. */
    public JsonDocument object(String name) {
        return optionalObject(name).orElseThrow(() -> lacks("object", name));
    }

    /** Reads an object; empty if the member is missing. */
    public Optional<JsonDocument> optionalObject(String name) {
        return optional(name).map(member -> {
            if (!member.isObject()) {
                throw lacks("object", name);
            }
            return new JsonDocument(member, unexpected);
        });
    }

    /** A member that is a list of objects. */
    public <T> List<T> list(String name, Function<JsonDocument, T> element) {
        return elements(name).stream()
                .map(node -> element.apply(new JsonDocument(node, unexpected)))
                .toList();
    }

    /** A member that is a list of texts. */
    public List<String> texts(String name) {
        return elements(name).stream()
                .map(node -> {
                    if (!node.isTextual()) {
                        throw lacks("list of texts", name);
                    }
                    return printable(node.textValue());
                })
                .toList();
    }

    /** Whether there is a member of this name. */
    public boolean has(String name) {
        return optional(name).isPresent();
    }

    private List<JsonNode> elements(String name) {
        var member = members.get(name);
        if (member == null || !member.isArray()) {
            throw lacks("list", name);
        }
        return StreamSupport.stream(member.spliterator(), false).toList();
    }

    private Optional<JsonNode> optional(String name) {
        @Nullable JsonNode member = members.get(name);
        return Optional.ofNullable(member).filter(node -> !node.isNull());
    }

    private <T> T parsed(String text, Function<String, T> parser, String type, String name) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw lacks(type, name);
        }
    }

    /** Everything is printed on a terminal, which obeys control characters; so none gets that far. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }

    private UnexpectedResponse lacks(String type, String name) {
        return unexpected.apply("it has no %s \"%s\"".formatted(type, name));
    }
}
