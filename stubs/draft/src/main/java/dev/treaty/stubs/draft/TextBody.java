package dev.treaty.stubs.draft;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.SecretValues;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A body as a draft shows it.
 *
 * @param mediaType without parameters, in lower case
 * @param json the body, if it is a JSON object or list
 * @param fields of a form, decoded; empty for anything else
 */
record TextBody(String mediaType, String text, Optional<JsonNode> json, List<Field> fields) {

    static final String JSON_TYPE = "application/json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");

    /** Characters; javac accepts no literal of more than 65,535 bytes, and nobody reads a draft that is as long. */
    static final int LONGEST = 16 * 1024;

    /** One field of a form. */
    record Field(String name, String value) {}

    TextBody {
        fields = List.copyOf(fields);
    }

    /** @param contentType empty if there was none */
    static TextBody of(String contentType, String text) {
        var named = contentType.replaceFirst("[;,].*", "").strip().toLowerCase(Locale.ROOT);
        var mediaType = MEDIA_TYPE.matcher(named).matches() ? named : "";
        if (text.isEmpty() || text.length() > LONGEST) {
            return new TextBody(mediaType, "", Optional.empty(), List.of());
        }
        var json = mediaType.isEmpty() || mediaType.endsWith("json") ? json(text) : Optional.<JsonNode>empty();
        var known = !mediaType.isEmpty() ? mediaType : json.isPresent() ? JSON_TYPE : "text/plain";
        return new TextBody(
                known, SecretValues.replace(text, "placeholder"), json, known.equals(FORM) ? fields(text) : List.of());
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static List<Field> fields(String form) {
        return Arrays.stream(form.split("&"))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .map(field -> new Field(decoded(field[0]), field.length == 1 ? "" : decoded(field[1])))
                .map(field -> new Field(field.name(), Values.NONE.shown(field.name(), field.value())))
                .toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    TextBody withJson(JsonNode other) {
        return new TextBody(mediaType, other.toString(), Optional.of(other), fields);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** What a client sends for it. */
    String sent() {
        return fields.isEmpty()
                ? text
                : fields.stream()
                        .map(field ->
                                URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** All values in it. */
    List<String> leaves() {
        var leaves = new ArrayList<String>();
        json.ifPresent(root -> collect(root, leaves));
        fields.forEach(field -> leaves.add(field.value()));
        return leaves;
    }

    private static void collect(JsonNode node, List<String> leaves) {
        if (node.isValueNode()) {
            leaves.add(node.asText());
        }
        node.forEach(child -> collect(child, leaves));
    }
}
