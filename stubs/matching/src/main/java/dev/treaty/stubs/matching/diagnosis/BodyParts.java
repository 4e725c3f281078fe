package dev.treaty.stubs.matching.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of a body as people see them: the leaves of JSON, the fields of a form, or all of it as text. */
final class BodyParts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BodyParts() {}

    /** Text by path, e.g. {@code $.items[0].id}; under the empty path if it has no parts; empty if there is no body. */
    static Map<String, String> of(OptionalBody body) {
        var parts = new LinkedHashMap<String, String>();
        if (!body.isPresent()) {
            return parts;
        }
        if (body.getContentType().isJson()) {
            addJson(body, parts);
        } else if ("application/x-www-form-urlencoded"
                .equals(body.getContentType().getBaseType())) {
            addForm(body, parts);
        } else {
            parts.put("", body.getContentType().isBinaryType() ? bytes(body) : text(body));
        }
        return parts;
    }

    private static String bytes(OptionalBody body) {
        return "%d bytes".formatted(body.orEmpty().length);
    }

    private static String text(OptionalBody body) {
        try {
            return body.valueAsString();
        } catch (IllegalArgumentException e) { // it names an unknown charset
            return new String(body.orEmpty(), UTF_8);
        }
    }

    private static void addJson(OptionalBody body, Map<String, String> parts) {
        try {
            addLeaves("$", JSON.readTree(body.orEmpty()), parts);
        } catch (IOException e) {
            parts.put("", text(body));
        }
    }

    private static void addLeaves(String path, JsonNode node, Map<String, String> parts) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> addLeaves(path + "." + field.getKey(), field.getValue(), parts));
        } else if (node.isArray() && !node.isEmpty()) {
            for (var i = 0; i < node.size(); i++) {
                addLeaves(path + "[" + i + "]", node.get(i), parts);
            }
        } else {
            parts.put(path, node.toString());
        }
    }

    private static void addForm(OptionalBody body, Map<String, String> parts) {
        try {
            PactReaderKt.queryStringToMap(new String(body.orEmpty(), UTF_8))
                    .forEach((name, values) -> parts.put("$." + name, String.join(", ", values)));
        } catch (IllegalArgumentException e) {
            parts.put("", text(body));
        }
    }
}
