package dev.treaty.stubs.stripe.payment.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.resource.VisibleFields;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Map;

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

    /**
     * Takes parameters over into fields of the same names; nested objects and metadata are merged. What an object of Stripe's cannot
     * hold is left out.
     */
    public static void take(ObjectNode object, ObjectNode params, String... names) {
        var taken = Json.object();
        for (var name : names) {
            if (params.has(name)) {
                taken.set(name, params.path(name).deepCopy());
            }
        }
        if (object.has("object")) {
            GivenFields.copy(taken, object);
        } else {
            taken.properties().forEach(entry -> object.set(entry.getKey(), merged(object.path(entry.getKey()), entry)));
        }
    }

    /** Takes the parameter {@code metadata} over: keys are merged, empty values remove theirs, an empty text removes all. */
    public static void takeMetadata(ObjectNode object, ObjectNode params) {
        take(object, params, "metadata");
    }

    private static JsonNode merged(JsonNode current, Map.Entry<String, JsonNode> given) {
        if (given.getKey().equals("metadata")) {
            return GivenFields.mergedMetadata(current, given.getValue());
        }
        if (!(given.getValue() instanceof ObjectNode changes)) {
            return given.getValue();
        }
        var result = current instanceof ObjectNode existing ? existing.deepCopy() : Json.object();
        changes.properties().forEach(entry -> result.set(entry.getKey(), merged(result.path(entry.getKey()), entry)));
        return result;
    }

    /** A copy that clients may see. */
    public static ObjectNode shown(ObjectNode object) {
        return VisibleFields.of(object.deepCopy());
    }
}
