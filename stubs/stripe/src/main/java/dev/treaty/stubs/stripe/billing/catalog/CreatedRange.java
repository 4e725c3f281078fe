package dev.treaty.stubs.stripe.billing.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.ListQuery;

/** The filters of lists by time: one second, or {@code gt}, {@code gte}, {@code lt} and {@code lte}. */
public final class CreatedRange {

    private CreatedRange() {}

    /** Keeps only what was created in the range of the parameter {@code created}. */
    public static void filter(ListQuery list, ObjectNode params) {
        filter(list, params, "created");
    }

    /** Keeps only objects whose field is in the range of the parameter with the field's name. */
    public static void filter(ListQuery list, ObjectNode params, String field) {
        var range = params.path(field);
        if (!range.isMissingNode() && !range.isNull()) {
            list.matching(object -> includes(range, object.path(field).asLong()));
        }
    }

    /** Whether a range includes a time in seconds since 1970. */
    public static boolean includes(JsonNode range, long time) {
        if (!range.isObject()) {
            return range.asLong() == time;
        }
        return (!range.has("gt") || time > range.path("gt").asLong())
                && (!range.has("gte") || time >= range.path("gte").asLong())
                && (!range.has("lt") || time < range.path("lt").asLong())
                && (!range.has("lte") || time <= range.path("lte").asLong());
    }
}
