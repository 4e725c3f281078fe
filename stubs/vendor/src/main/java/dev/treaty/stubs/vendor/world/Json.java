package dev.treaty.stubs.vendor.world;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** JSON trees and their bytes. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Reads a value within a document. */
    private static final ObjectReader VALUE = MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /** An object without fields. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Maps, lists, texts, numbers as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** The tree as JSON in UTF-8. */
    public static byte[] bytes(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    /** JSON that was written already, as a part of a tree that is only written: nothing can be read from it. */
    public static JsonNode written(byte[] json) {
        return MAPPER.getNodeFactory().rawValueNode(new RawValue(new String(json, UTF_8)));
    }

    /**
     * Reads JSON.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public static JsonNode parse(byte[] json) {
        return parse(json, 0, json.length);
    }

    static JsonNode parse(byte[] json, int offset, int length) {
        try {
            return MAPPER.readTree(json, offset, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an object that was written with {@link #bytes}. */
    static ObjectNode parseObject(byte[] json, int offset) {
        return (ObjectNode) parse(json, offset, json.length - offset);
    }

    /** The texts at paths as with {@link #text}, of an object that was written with {@link #bytes}; what is not asked for is skipped. */
    static Map<String, String> texts(byte[] json, int offset, List<String> paths) {
        var texts = new HashMap<String, String>();
        if (paths.isEmpty()) {
            return texts;
        }
        try (var parser = MAPPER.createParser(json, offset, json.length - offset)) {
            parser.nextToken();
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                var field = name;
                var wanted =
                        paths.stream().filter(path -> startsWith(path, field)).toList();
                if (wanted.isEmpty()) {
                    parser.skipChildren();
                } else {
                    var value = object().<ObjectNode>set(field, VALUE.<JsonNode>readTree(parser));
                    wanted.forEach(path -> texts.put(path, text(value, path)));
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(String path, String field) {
        return path.startsWith(field) && (path.length() == field.length() || path.charAt(field.length()) == '.');
    }

    /** The text at a path with dots, e.g. {@code "recurring.interval"}; empty if there is none, or if it is neither text, number nor boolean. */
    static String text(JsonNode object, String path) {
        var dot = path.indexOf('.');
        if (dot >= 0) {
            return text(object.path(path.substring(0, dot)), path.substring(dot + 1));
        }
        var value = object.path(path);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }
}
