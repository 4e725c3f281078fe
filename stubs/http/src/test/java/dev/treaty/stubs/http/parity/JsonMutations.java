package dev.treaty.stubs.http.parity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Differences in a JSON body: in what it says, and in how it is written. */
final class JsonMutations {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "1.0",
            "1.5",
            "1e2",
            "1E-2",
            "12345678901234567890123",
            "0.1000000000000000055511151231257827",
            "\"\"",
            "\"x\"",
            "\"1\"",
            "\"1.0\"",
            "\"true\"",
            "\"null\"",
            "\"a1\"",
            "\"hello\"",
            "\"2000-02-01\"",
            "\"2000-02-30\"",
            "\"12:30:00\"",
            "\"25:00:00\"",
            "\"2000-02-01T12:30:00Z\"",
            "\"1.2.3\"",
            "\"1.2\"",
            "\"\u00e9\"",
            "\" \"",
            "\"<a/>\"",
            "[]",
            "[1]",
            "[null]",
            "[1, 2, 3, 4]",
            "[\"x\"]",
            "[[1]]",
            "{}",
            "{\"a\": 1}",
            "{\"a\": null}",
            "[{\"a\": 1}]",
            "[{}]");
    private static final List<String> KEYS = List.of("a", "b", "c", "A", "1", "", "a b", "\u00e9", "a.b", "*");

    private JsonMutations() {}

    static List<RequestMutation> all() {
        var changes = new ArrayList<RequestMutation>();
        add(
                changes,
                "another value",
                (root, place, value) -> replaced(root, place, old -> json(RequestMutation.pick(VALUES, value))));
        add(
                changes,
                "a number as text, or a text as number",
                (root, place, value) -> replaced(root, place, JsonMutations::otherType));
        add(
                changes,
                "in a list",
                (root, place, value) ->
                        replaced(root, place, old -> JSON.createArrayNode().add(old)));
        add(changes, "null", (root, place, value) -> replaced(root, place, old -> JSON.nullNode()));
        add(changes, "one less", JsonMutations::oneLess);
        add(changes, "one more", JsonMutations::oneMore);
        add(changes, "one twice", (root, place, value) -> replaced(root, place, JsonMutations::withFirstTwice));
        add(
                changes,
                "another key",
                (root, place, value) ->
                        replaced(root, place, node -> renamed(node, RequestMutation.pick(KEYS, value))));
        add(changes, "another order", (root, place, value) -> replaced(root, place, JsonMutations::reversed));
        addText(changes, "a key twice", text -> text.replaceFirst("\\{\"([^\"]*)\":", "{\"$1\":0,\"$1\":"));
        addText(changes, "a key twice at the end", text -> text.replaceFirst("\\}$", ",\"a\":1}"));
        addText(changes, "white space", text -> text.replace(":", "\t: ").replace(",", "\n ,\r\n"));
        addText(changes, "escaped", text -> text.replaceFirst("\"([a-z])", "\"\\\\u0061"));
        addText(changes, "a slash escaped", text -> text.replace("/", "\\/"));
        addText(changes, "a comma too many", text -> text.replaceFirst("([}\\]])$", ",$1"));
        addText(changes, "a comment", text -> "/* x */" + text);
        addText(changes, "single quotes", text -> text.replace('"', '\''));
        addText(changes, "keys without quotes", text -> text.replaceAll("\"([a-z]+)\":", "$1:"));
        addText(changes, "a number with a zero in front", text -> text.replaceFirst("([:\\[])([0-9])", "$10$2"));
        addText(changes, "a number with a plus in front", text -> text.replaceFirst("([:\\[])([0-9])", "$1+$2"));
        addText(changes, "a number with a zero behind", text -> text.replaceFirst("([:\\[]\\d+\\.\\d+)", "$10"));
        addText(changes, "a number with an exponent", text -> text.replaceFirst("([:\\[]\\d+)", "$1e0"));
        addText(changes, "NaN", text -> text.replaceFirst("([:\\[])\\d+", "$1NaN"));
        addText(changes, "true in capitals", text -> text.replace("true", "TRUE"));
        addText(changes, "a control character", text -> text.replaceFirst(":\"", ":\"\u0001"));
        addText(changes, "half a surrogate", text -> text.replaceFirst(":\"", ":\"\\\\ud83d"));
        return changes;
    }

    private interface TreeEdit {
        JsonNode apply(JsonNode root, int place, int value);
    }

    private static void add(List<RequestMutation> changes, String name, TreeEdit edit) {
        changes.add(new RequestMutation("JSON: " + name, (request, place, value) -> {
            var root = HeaderMutations.isChunked(request) ? JSON.missingNode() : parse(request.body());
            return root.isMissingNode() ? request : request.withBody(write(edit.apply(root, place, value)));
        }));
    }

    private static void addText(List<RequestMutation> changes, String name, UnaryOperator<String> edit) {
        changes.add(new RequestMutation(
                "JSON: " + name,
                (request, place, value) -> HeaderMutations.isChunked(request)
                                || parse(request.body()).isMissingNode()
                        ? request
                        : request.withBody(edit.apply(request.body()))));
    }

    /** With one node, the root or any below, made another. */
    private static JsonNode replaced(JsonNode root, int place, UnaryOperator<JsonNode> edit) {
        var copy = root.<JsonNode>deepCopy();
        var spots = new ArrayList<Spot>();
        collect(copy, spots);
        var at = Math.floorMod(place, spots.size() + 1);
        if (at == spots.size()) {
            return edit.apply(copy);
        }
        spots.get(at).replace(edit);
        return copy;
    }

    private record Spot(JsonNode parent, String key) {

        void replace(UnaryOperator<JsonNode> edit) {
            if (parent instanceof ObjectNode object) {
                object.set(key, edit.apply(object.get(key)));
            } else if (parent instanceof ArrayNode array) {
                array.set(Integer.parseInt(key), edit.apply(array.get(Integer.parseInt(key))));
            }
        }
    }

    private static void collect(JsonNode parent, List<Spot> spots) {
        parent.fieldNames().forEachRemaining(key -> spots.add(new Spot(parent, key)));
        for (var i = 0; parent.isArray() && i < parent.size(); i++) {
            spots.add(new Spot(parent, String.valueOf(i)));
        }
        parent.forEach(child -> collect(child, spots));
    }

    private static JsonNode oneLess(JsonNode root, int place, int value) {
        return replaced(root, place, node -> {
            if (node instanceof ObjectNode object && !object.isEmpty()) {
                object.remove(RequestMutation.pick(keys(object), value));
            } else if (node instanceof ArrayNode array && !array.isEmpty()) {
                array.remove(Math.floorMod(value, array.size()));
            }
            return node;
        });
    }

    private static JsonNode oneMore(JsonNode root, int place, int value) {
        return replaced(root, place, node -> {
            if (node instanceof ObjectNode object) {
                object.set(RequestMutation.pick(KEYS, value), json(RequestMutation.pick(VALUES, value / KEYS.size())));
            } else if (node instanceof ArrayNode array) {
                array.add(json(RequestMutation.pick(VALUES, value)));
            }
            return node;
        });
    }

    private static JsonNode withFirstTwice(JsonNode node) {
        return node instanceof ArrayNode array && !array.isEmpty()
                ? array.add(array.get(0).<JsonNode>deepCopy())
                : node;
    }

    private static JsonNode renamed(JsonNode node, String key) {
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            object.set(key, object.remove(keys(object).get(0)));
        }
        return node;
    }

    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ArrayNode array) {
            var reversed = JSON.createArrayNode();
            array.forEach(element -> reversed.insert(0, element));
            return reversed;
        }
        if (node instanceof ObjectNode object) {
            var reversed = JSON.createObjectNode();
            var keys = keys(object);
            for (var i = keys.size() - 1; i >= 0; i--) {
                reversed.set(keys.get(i), object.get(keys.get(i)));
            }
            return reversed;
        }
        return node;
    }

    private static JsonNode otherType(JsonNode node) {
        if (node.isValueNode() && !node.isTextual()) {
            return JSON.getNodeFactory().textNode(node.asText());
        }
        return node.isTextual() && node.asText().matches("-?\\d{1,9}")
                ? json(String.valueOf(Integer.parseInt(node.asText())))
                : node;
    }

    private static List<String> keys(ObjectNode object) {
        var keys = new ArrayList<String>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode parse(String body) {
        try {
            var text = new String(body.getBytes(ISO_8859_1), UTF_8);
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static String write(JsonNode node) {
        return new String(node.toString().getBytes(UTF_8), ISO_8859_1);
    }
}
