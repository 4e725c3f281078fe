package dev.treaty.pacts.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.conformance.document.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema says, in one line, e.g. {@code "string, nullable, one of succeeded|canceled"}. */
final class Facts {

    private static final List<String> NUMBERS = List.of("minLength", "maxLength", "minimum", "maximum");

    private Facts() {}

    /**
     * Of one schema, without its fields.
     *
     * @param inRequest whether required fields matter
     */
    static String of(Schemas schemas, JsonNode node, boolean inRequest) {
        var schema = schemas.schema(node);
        var facts = new ArrayList<String>();
        var options = options(schema);
        if (options.isArray()) {
            facts.add(StreamSupport.stream(options.spliterator(), false)
                    .map(option -> shallow(schemas.schema(option)))
                    .collect(Collectors.joining(" or ")));
        } else {
            facts.add(shallow(schema));
        }
        if (schema.path("nullable").asBoolean()) {
            facts.add("nullable");
        }
        NUMBERS.stream()
                .filter(schema::has)
                .forEach(name -> facts.add(name + " " + schema.get(name).asText()));
        if (schema.path("pattern").isTextual()) {
            facts.add("pattern " + schema.get("pattern").asText());
        }
        if (inRequest && schema.path("required").size() > 0) {
            facts.add("requires " + list(schema.get("required"), ", "));
        }
        if (schema.path("deprecated").asBoolean()) {
            facts.add("deprecated");
        }
        return String.join(", ", facts);
    }

    /** The alternatives of {@code anyOf} or {@code oneOf}; missing if there are none. */
    static JsonNode options(JsonNode schema) {
        return schema.path("anyOf").isArray() ? schema.path("anyOf") : schema.path("oneOf");
    }

    private static String shallow(JsonNode schema) {
        if (schema.path("enum").isArray()) {
            return "one of " + list(schema.get("enum"), "|");
        }
        var type = schema.path("type").isArray()
                ? list(schema.get("type"), "|")
                : type(schema).orElse("anything");
        return schema.path("format").isTextual()
                ? type + " (" + schema.get("format").asText() + ")"
                : type;
    }

    /** The only type of a schema, named or implied; empty if there is none, or more than one. */
    static Optional<String> type(JsonNode schema) {
        if (schema.path("type").isTextual()) {
            return Optional.of(schema.get("type").asText());
        }
        if (schema.path("type").isArray()) {
            var types = StreamSupport.stream(schema.get("type").spliterator(), false)
                    .map(JsonNode::asText)
                    .filter(type -> !type.equals("null"))
                    .toList();
            return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
        }
        return schema.path("properties").isObject() ? Optional.of("object") : Optional.empty();
    }

    private static String list(JsonNode values, String separator) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .map(value -> value.isEmpty() ? "\"\"" : value)
                .sorted()
                .collect(Collectors.joining(separator));
    }
}
