package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a field holds. */
enum FieldType {
    TEXT("a string"),
    INTEGER("an integer"),
    NUMBER("a number"),
    BOOLEAN("true or false"),
    TIME("a date and time in ISO 8601"),
    LIST("an array"),
    OBJECT("an object"),
    /** The id of an object, or null. */
    REFERENCE("the id of an object"),
    /** The ids of the objects that refer to this one; computed. */
    CHILDREN("an array of ids");

    private static final Pattern INTEGER_TEXT = Pattern.compile("-?\\d{1,18}");

    private final String description;

    FieldType(String description) {
        this.description = description;
    }

    static FieldType of(String word) {
        return switch (word) {
            case "->" -> REFERENCE;
            case "<-" -> CHILDREN;
            default -> valueOf(word.toUpperCase(Locale.ROOT));
        };
    }

    /** For people, e.g. {@code "an integer"}. */
    String description() {
        return description;
    }

    /** What an object has if nobody gave a value. */
    JsonNode empty() {
        return switch (this) {
            case TEXT -> TextNode.valueOf("");
            case INTEGER, NUMBER -> IntNode.valueOf(0);
            case BOOLEAN -> BooleanNode.FALSE;
            case TIME, OBJECT, REFERENCE -> NullNode.instance;
            case LIST, CHILDREN -> JsonNodeFactory.instance.arrayNode();
        };
    }

    /**
     * A value from a client as it is stored; empty if it has another type. Like Cablecast, accepts an id or another integer as a string,
     * because Ember, in which Cablecast's own user interface is written, sends ids so.
     */
    Optional<JsonNode> read(JsonNode value) {
        if (value.isNull()) {
            return Optional.of(empty());
        }
        return switch (this) {
            case TEXT -> Optional.of(value).filter(JsonNode::isTextual);
            case INTEGER, REFERENCE -> integer(value);
            case NUMBER -> value.isNumber() ? Optional.of(value) : integer(value);
            case BOOLEAN -> Optional.of(value).filter(JsonNode::isBoolean);
            case TIME ->
                Optional.of(value)
                        .filter(time -> time.isTextual()
                                && CablecastTime.read(time.asText()).isPresent())
                        .map(time -> TextNode.valueOf(CablecastTime.withZone(time.asText())));
            case LIST, CHILDREN -> Optional.of(value).filter(JsonNode::isArray);
            case OBJECT -> Optional.of(value).filter(JsonNode::isObject);
        };
    }

    private static Optional<JsonNode> integer(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(value);
        }
        return value.isTextual() && INTEGER_TEXT.matcher(value.asText()).matches()
                ? Optional.of(LongNode.valueOf(Long.parseLong(value.asText())))
                : Optional.empty();
    }
}
