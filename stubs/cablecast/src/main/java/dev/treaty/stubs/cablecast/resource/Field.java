package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A field of a resource.
 *
 * @param target of a reference, the singular name of what it refers to; of children, of what refers to this
 * @param through of children, their field that refers to this
 * @param traits {@code required}, {@code read-only}, {@code internal}, {@code indexed}, {@code positive}, {@code not-negative}
 * @param absent what an object has if the client gives no value
 */
record Field(String name, FieldType type, String target, String through, Set<String> traits, JsonNode absent) {

    Field {
        traits = Set.copyOf(traits);
    }

    /** Reads a field of {@code collections.json}, e.g. {@code "-> show required"}. */
    static Field parse(String name, String text) {
        var equals = text.indexOf(" = ");
        var words = List.of((equals < 0 ? text : text.substring(0, equals)).split(" "));
        var type = FieldType.of(words.get(0));
        var refers = type == FieldType.REFERENCE || type == FieldType.CHILDREN;
        var target = refers ? words.get(1).split("\\.") : new String[] {"", ""};
        return new Field(
                name,
                type,
                target[0],
                target.length > 1 ? target[1] : "",
                Set.copyOf(words.subList(refers ? 2 : 1, words.size())),
                equals < 0 ? type.empty() : value(type, text.substring(equals + 3)));
    }

    private static JsonNode value(FieldType type, String text) {
        return switch (type) {
            case INTEGER, NUMBER -> IntNode.valueOf(Integer.parseInt(text));
            case BOOLEAN -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            default -> TextNode.valueOf(text);
        };
    }

    boolean isRequired() {
        return traits.contains("required");
    }

    /** The least number that a client may give; empty if there is none. */
    OptionalInt least() {
        if (traits.contains("positive")) {
            return OptionalInt.of(1);
        }
        return traits.contains("not-negative") ? OptionalInt.of(0) : OptionalInt.empty();
    }

    /** Whether a client may give a value. */
    boolean isWritable() {
        return type != FieldType.CHILDREN && !traits.contains("read-only") && isShown();
    }

    boolean isShown() {
        return !traits.contains("internal");
    }

    boolean isReference() {
        return type == FieldType.REFERENCE;
    }

    boolean isIndexed() {
        return isReference() || traits.contains("indexed");
    }
}
