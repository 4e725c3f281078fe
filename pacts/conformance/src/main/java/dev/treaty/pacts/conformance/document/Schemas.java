package dev.treaty.pacts.conformance.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The parts of a document that others refer to. */
public final class Schemas {

    private static final int MOST_REFERENCES = 50;

    private final JsonNode root;

    /** @param root of the document */
    Schemas(JsonNode root) {
        this.root = root;
    }

    /** What a reference leads to; the node itself if it is none. */
    public JsonNode resolved(JsonNode node) {
        var current = node;
        for (var i = 0; i < MOST_REFERENCES && current.path("$ref").isTextual(); i++) {
            current = root.at(current.get("$ref").asText().substring(1));
        }
        return current;
    }

    /** A schema without references at its root, and with everything that {@code allOf} adds to it. */
    public JsonNode schema(JsonNode node) {
        var schema = resolved(node);
        if (!schema.path("allOf").isArray()) {
            return schema;
        }
        var merged = JsonNodeFactory.instance.objectNode();
        schema.get("allOf").forEach(part -> merge(merged, schema(part)));
        merge(merged, schema);
        merged.remove("allOf");
        return merged;
    }

    /** Two schemas that must both hold. */
    public static JsonNode both(JsonNode one, JsonNode other) {
        var merged = JsonNodeFactory.instance.objectNode();
        merge(merged, one);
        merge(merged, other);
        return merged;
    }

    private static void merge(ObjectNode target, JsonNode schema) {
        schema.properties().forEach(member -> {
            var before = target.path(member.getKey());
            if (member.getKey().equals("properties") && before.isObject()) {
                target.set("properties", ((ObjectNode) before.deepCopy()).setAll((ObjectNode) member.getValue()));
            } else if (member.getKey().equals("required") && before.isArray()) {
                var required = target.putArray("required");
                before.forEach(required::add);
                member.getValue().forEach(required::add);
            } else {
                target.set(member.getKey(), member.getValue());
            }
        });
    }
}
