package dev.treaty.stubs.stripe.payment.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;

/** The fields of an object. */
public final class Fields {

    private Fields() {}

    /** A field as text; empty if it is missing or null. */
    public static String text(JsonNode object, String field) {
        var value = object.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : "";
    }

    /** Whether a field is there and neither null nor empty. */
    public static boolean has(JsonNode object, String field) {
        var value = object.path(field);
        return value.isContainerNode() || !text(object, field).isEmpty();
    }

    /** Sets a text, or null if it is empty. */
    public static void put(ObjectNode object, String field, String value) {
        if (value.isEmpty()) {
            object.putNull(field);
        } else {
            object.put(field, value);
        }
    }

    /** Takes parameters over into fields of the same names; nested objects and metadata are merged. */
    public static void take(ObjectNode object, ObjectNode params, String... names) {
        for (var name : names) {
            if (params.has(name)) {
                object.set(name, merged(object.path(name), params.path(name), name.equals("metadata")));
            }
        }
    }

    /** Takes the parameter {@code metadata} over: keys are merged, empty values remove theirs, an empty text removes all. */
    public static void takeMetadata(ObjectNode object, ObjectNode params) {
        take(object, params, "metadata");
    }

    private static JsonNode merged(JsonNode current, JsonNode change, boolean isMap) {
        if (isMap && !change.isObject()) {
            return Json.object();
        }
        if (!(change instanceof ObjectNode changes)) {
            return change.deepCopy();
        }
        var result = current instanceof ObjectNode existing ? existing.deepCopy() : Json.object();
        changes.properties().forEach(entry -> {
            var value = entry.getValue();
            if (isMap && (value.isNull() || value.asText().isEmpty())) {
                result.remove(entry.getKey());
            } else {
                result.set(entry.getKey(), merged(result.path(entry.getKey()), value, false));
            }
        });
        return result;
    }

    /** A copy that clients may see: without the fields whose names start with {@code _}. */
    public static ObjectNode shown(ObjectNode object) {
        var copy = object.deepCopy();
        copy.properties().removeIf(entry -> entry.getKey().startsWith("_"));
        return copy;
    }
}
