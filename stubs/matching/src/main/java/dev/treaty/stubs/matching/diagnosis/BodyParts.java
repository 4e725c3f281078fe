package dev.treaty.stubs.matching.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.PathExpressionsKt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.treaty.pacts.errors.Quantity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a body as people see them: the leaves of JSON, the fields of a form, or all of it as text. */
final class BodyParts {

    /** More than anybody reads; a body may have a million. */
    private static final int MOST = 2_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> parts = new LinkedHashMap<>();

    private BodyParts() {}

    /**
     * Text by path, as a contract's rules write it, e.g. {@code $.items[0].id}; under the empty path if it has no parts; empty if there is no
     * body. The first {@value #MOST}.
     */
    static Map<String, String> of(OptionalBody body) {
        var all = new BodyParts();
        if (body.isPresent()) {
            all.add(body);
        }
        return all.parts;
    }

    private void add(OptionalBody body) {
        if (body.getContentType().isJson()) {
            addJson(body);
        } else if ("application/x-www-form-urlencoded"
                .equals(body.getContentType().getBaseType())) {
            addForm(body);
        } else {
            parts.put("", body.getContentType().isBinaryType() ? bytes(body) : text(body));
        }
    }

    private static String bytes(OptionalBody body) {
        return Quantity.of(body.orEmpty().length, "byte");
    }

    private static String text(OptionalBody body) {
        try {
            return body.valueAsString();
        } catch (IllegalArgumentException e) { // it names an unknown charset
            return new String(body.orEmpty(), UTF_8);
        }
    }

    private void addJson(OptionalBody body) {
        try {
            addLeaves("$", JSON.readTree(body.orEmpty()));
        } catch (IOException | StackOverflowError e) {
            parts.clear();
            parts.put("", text(body));
        }
    }

    private void addLeaves(String path, JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            for (var field : node.properties()) {
                if (parts.size() < MOST) {
                    addLeaves(PathExpressionsKt.constructPath(List.of(path, field.getKey())), field.getValue());
                }
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (var i = 0; i < node.size() && parts.size() < MOST; i++) {
                addLeaves(path + "[" + i + "]", node.get(i));
            }
        } else {
            parts.put(path, node.toString());
        }
    }

    private void addForm(OptionalBody body) {
        try {
            PactReaderKt.queryStringToMap(new String(body.orEmpty(), UTF_8)).entrySet().stream()
                    .limit(MOST)
                    .forEach(field -> parts.put(
                            PathExpressionsKt.constructPath(List.of("$", field.getKey())),
                            String.join(", ", field.getValue())));
        } catch (IllegalArgumentException e) {
            parts.put("", text(body));
        }
    }
}
