package dev.treaty.pacts.conformance.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.Map;

/** Reads values of forms, queries and paths, which are all texts, as the types that the document has for them. */
final class TextValue {

    private TextValue() {}

    /** The value as this type, or as it is if it cannot be read so. */
    static JsonNode as(String type, JsonNode value) {
        return switch (type) {
            case "boolean" -> value.asText().matches("true|false") ? BooleanNode.valueOf(value.asBoolean()) : value;
            case "integer", "number" ->
                value.isTextual() && value.asText().matches("-?\\d+(\\.\\d+)?")
                        ? DecimalNode.valueOf(new BigDecimal(value.asText()))
                        : value;
            case "array" -> array(value);
            default -> value;
        };
    }

    /** {@code a[0]=x} and {@code a=x} are lists, too. */
    private static JsonNode array(JsonNode value) {
        if (value.isTextual()) {
            return JsonNodeFactory.instance.arrayNode().add(value);
        }
        if (value.isObject()
                && value.properties().stream().map(Map.Entry::getKey).allMatch(key -> key.matches("\\d+"))) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            value.forEach(list::add);
            return list;
        }
        return value;
    }
}
