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
 * A body as a JSON value, in whichever way Pact wrote it: JSON as such or in a string, the fields of a form, text, or bytes.
 *
 * @param path where the value is in the interaction, e.g. {@code $.response.body.content}
 * @param value a form becomes an object of lists of strings; whatever is neither JSON nor a form becomes a string
 */
record BodyContent(String path, JsonNode value) {

    /**
     * One value in a body.
     *
     * @param steps the keys and indexes that lead to it, without {@code $}
     * @param value a string, number, boolean or null
     */
    record Leaf(List<String> steps, JsonNode value) {

        /** The name of the member that has this value, which for an element of a list is the list's; empty at the top. */
        String key() {
            return JsonPath.lastName(steps);
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

    /** The fields of a form as an object of lists, because any field may be repeated. */
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

    /** All values, each with the steps that lead to it. */
    List<Leaf> leaves() {
        var leaves = new ArrayList<Leaf>();
        collect(List.of(), value, leaves);
        return leaves;
    }

    /** The path of a value, as messages show it. */
    String pathOf(Leaf leaf) {
        var result = path;
        for (var step : leaf.steps()) {
            result = JsonPath.isIndex(step)
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
            collect(JsonPath.plus(steps, member.getKey()), member.getValue(), leaves);
        }
        for (var index = 0; node.isArray() && index < node.size(); index++) {
            collect(JsonPath.plus(steps, String.valueOf(index)), node.path(index), leaves);
        }
    }
}
