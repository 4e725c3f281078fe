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

/** Changes to a JSON body: to its values, and to how it is written. */
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
        var mutations = new ArrayList<RequestMutation>();
        add(
                mutations,
                "another value",
                (root, place, value) -> replaced(root, place, old -> json(RequestMutation.pick(VALUES, value))));
        add(
                mutations,
                "a number as a string, or a string as a number",
                (root, place, value) -> replaced(root, place, JsonMutations::otherType));
        add(
                mutations,
                "in a list",
                (root, place, value) ->
                        replaced(root, place, old -> JSON.createArrayNode().add(old)));
        add(mutations, "null", (root, place, value) -> replaced(root, place, old -> JSON.nullNode()));
        add(mutations, "one removed", JsonMutations::withoutOne);
        add(mutations, "one added", JsonMutations::withOneMore);
        add(mutations, "one repeated", (root, place, value) -> replaced(root, place, JsonMutations::withFirstTwice));
        add(
                mutations,
                "another key",
                (root, place, value) ->
                        replaced(root, place, node -> renamed(node, RequestMutation.pick(KEYS, value))));
        add(mutations, "another order", (root, place, value) -> replaced(root, place, JsonMutations::reversed));
        addText(mutations, "a key twice", text -> text.replaceFirst("\\{\"([^\"]*)\":", "{\"$1\":0,\"$1\":"));
        addText(mutations, "a key twice at the end", text -> text.replaceFirst("\\}$", ",\"a\":1}"));
        addText(mutations, "white space", text -> text.replace(":", "\t: ").replace(",", "\n ,\r\n"));
        addText(mutations, "escaped", text -> text.replaceFirst("\"([a-z])", "\"\\\\u0061"));
        addText(mutations, "a slash escaped", text -> text.replace("/", "\\/"));
        addText(mutations, "a comma too many", text -> text.replaceFirst("([}\\]])$", ",$1"));
        addText(mutations, "a comment", text -> "/* x */" + text);
        addText(mutations, "single quotes", text -> text.replace('"', '\''));
        addText(mutations, "keys without quotes", text -> text.replaceAll("\"([a-z]+)\":", "$1:"));
        addText(mutations, "a number with a leading zero", text -> text.replaceFirst("([:\\[])([0-9])", "$10$2"));
        addText(mutations, "a number with a leading plus", text -> text.replaceFirst("([:\\[])([0-9])", "$1+$2"));
        addText(mutations, "a number with a trailing zero", text -> text.replaceFirst("([:\\[]\\d+\\.\\d+)", "$10"));
        addText(mutations, "a number with an exponent", text -> text.replaceFirst("([:\\[]\\d+)", "$1e0"));
        addText(mutations, "NaN", text -> text.replaceFirst("([:\\[])\\d+", "$1NaN"));
        addText(mutations, "true in upper case", text -> text.replace("true", "TRUE"));
        addText(mutations, "a control character", text -> text.replaceFirst(":\"", ":\"\u0001"));
        addText(mutations, "a lone surrogate", text -> text.replaceFirst(":\"", ":\"\\\\ud83d"));
        return mutations;
    }

    private interface TreeEdit {
        JsonNode apply(JsonNode root, int place, int value);
    }

    private static void add(List<RequestMutation> mutations, String name, TreeEdit edit) {
        mutations.add(new RequestMutation("JSON: " + name, (request, place, value) -> {
            var root = HeaderMutations.isChunked(request) ? JSON.missingNode() : parse(request.body());
            return root.isMissingNode() ? request : request.withBody(write(edit.apply(root, place, value)));
        }));
    }

    private static void addText(List<RequestMutation> mutations, String name, UnaryOperator<String> edit) {
        mutations.add(new RequestMutation(
                "JSON: " + name,
                (request, place, value) -> HeaderMutations.isChunked(request)
                                || parse(request.body()).isMissingNode()
                        ? request
                        : request.withBody(edit.apply(request.body()))));
    }

    /** Replaces one node: the root, or any node below it. */
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

    private static JsonNode withoutOne(JsonNode root, int place, int value) {
        return replaced(root, place, node -> {
            if (node instanceof ObjectNode object && !object.isEmpty()) {
                object.remove(RequestMutation.pick(keys(object), value));
            } else if (node instanceof ArrayNode array && !array.isEmpty()) {
                array.remove(Math.floorMod(value, array.size()));
            }
            return node;
        });
    }

    private static JsonNode withOneMore(JsonNode root, int place, int value) {
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
