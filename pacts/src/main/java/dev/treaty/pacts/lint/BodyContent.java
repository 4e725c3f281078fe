package dev.treaty.pacts.lint;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.treaty.pacts.canonical.JsonPath;
import dev.treaty.pacts.canonical.StrictJson;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * A body as a value, however Pact wrote it down: JSON as it is or in a string, the fields of a form, text, or bytes.
 *
 * @param path where its value is in the interaction, e.g. {@code $.response.body.content}
 * @param value a form is an object of lists of strings; what is no JSON and no form is a string
 */
record BodyContent(String path, JsonNode value) {

    /**
     * One value in a body.
     *
     * @param steps the keys and indexes that lead to it, without {@code $}
     * @param value a string, number, boolean or null
     */
    record Leaf(List<String> steps, JsonNode value) {

        /** The key it has, which for an element of a list is the list's; empty at the top. */
        String key() {
            for (var index = steps.size() - 1; index >= 0; index--) {
                if (!steps.get(index).matches("\\d+")) {
                    return steps.get(index);
                }
            }
            return "";
        }
    }

    static BodyContent of(String path, JsonNode body) {
        var content = body.path("content");
        var type = body.path("contentType").asText().toLowerCase(Locale.ROOT);
        var encoded = body.path("encoded").asText("false").toLowerCase(Locale.ROOT);
        var value = content;
        if (encoded.equals("base64") || encoded.equals("true")) {
            value = new TextNode(base64Decoded(content.asText()));
        }
        if (type.contains("x-www-form-urlencoded")) {
            value = form(value.asText());
        } else if (type.contains("json") && !encoded.equals("false")) {
            value = StrictJson.parse(value.asText()).orElse(value);
        }
        return new BodyContent(path + ".content", value);
    }

    /** The fields of a form: an object of lists, because any field may be repeated. */
    private static JsonNode form(String text) {
        var fields = JsonNodeFactory.instance.objectNode();
        for (var field : text.split("&", -1)) {
            var equals = field.indexOf('=');
            var name = percentDecoded(equals < 0 ? field : field.substring(0, equals));
            var values = fields.get(name) instanceof ArrayNode repeated ? repeated : fields.putArray(name);
            values.add(equals < 0 ? "" : percentDecoded(field.substring(equals + 1)));
        }
        return fields;
    }

    private static String percentDecoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String base64Decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** All values, with the way to each. */
    List<Leaf> leaves() {
        var leaves = new ArrayList<Leaf>();
        collect(List.of(), value, leaves);
        return leaves;
    }

    /** How a message names the place of a value. */
    String pathOf(Leaf leaf) {
        var result = path;
        for (var step : leaf.steps()) {
            result = step.matches("\\d+")
                    ? JsonPath.element(result, Integer.parseInt(step))
                    : JsonPath.child(result, step);
        }
        return result;
    }

    private static void collect(List<String> steps, JsonNode node, List<Leaf> leaves) {
        if (!node.isContainerNode()) {
            leaves.add(new Leaf(steps, node));
        }
        for (var member : node.properties()) {
            collect(plus(steps, member.getKey()), member.getValue(), leaves);
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(plus(steps, String.valueOf(index)), node.path(index), leaves);
        }
    }

    private static List<String> plus(List<String> steps, String step) {
        var longer = new ArrayList<>(steps);
        longer.add(step);
        return List.copyOf(longer);
    }
}
