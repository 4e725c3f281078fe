package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.vendor.world.Json;

/** How parameters become fields: each replaces the field of its name, and metadata are merged, key by key. */
public final class ParameterMerge {

    private static final String METADATA = "metadata";

    private ParameterMerge() {}

    /** Sets the fields with these names for which there are parameters. */
    public static ObjectNode into(ObjectNode object, JsonNode params, String... names) {
        for (var name : names) {
            if (params.has(name)) {
                set(object, name, params.path(name));
            }
        }
        return object;
    }

    /** The parameters with these names. */
    public static ObjectNode only(JsonNode params, String... names) {
        return into(Json.object(), params, names);
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        if (name.equals(METADATA)) {
            object.set(METADATA, GivenFields.mergedMetadata(object.path(METADATA), value));
        } else {
            object.set(name, value.deepCopy());
        }
    }
}
