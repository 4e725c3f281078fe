package dev.treaty.stubs.export.body;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Building blocks of JSON schemas. */
final class Schemas {

    private Schemas() {}

    static ObjectNode type(JsonNode expected) {
        return switch (expected.getNodeType()) {
            case NUMBER -> instance.objectNode().put("type", "number");
            case BOOLEAN -> instance.objectNode().put("type", "boolean");
            case NULL -> instance.objectNode().put("type", "null");
            default -> instance.objectNode().put("type", "string");
        };
    }

    static ObjectNode decimal() {
        var schema = instance.objectNode().put("type", "number");
        schema.putObject("not").put("type", "integer");
        return schema;
    }

    /** Exactly this value; 1 and 1.0 are different. */
    static ObjectNode constant(JsonNode expected) {
        if (expected.isNull()) {
            return instance.objectNode().put("type", "null");
        }
        var schema = instance.objectNode();
        if (expected.isNumber()) {
            schema = expected.isIntegralNumber() ? schema.put("type", "integer") : decimal();
        }
        schema.putArray("enum").add(expected);
        return schema;
    }

    /** A schema that requires all of several. */
    static ObjectNode all(List<ObjectNode> schemas) {
        var distinct = schemas.stream().distinct().toList();
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        var all = instance.objectNode();
        if (!distinct.isEmpty()) {
            all.putArray("allOf").addAll(distinct);
        }
        return all;
    }

    /** A schema that accepts any value. */
    static ObjectNode anything() {
        return instance.objectNode();
    }
}
