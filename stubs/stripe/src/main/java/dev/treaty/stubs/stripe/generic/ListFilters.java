package dev.treaty.stubs.stripe.generic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.ListQuery;
import java.util.Set;

/** The filters of lists: a field that equals the parameter, and times in a range. */
public final class ListFilters {

    private static final Set<String> NO_FILTERS = Set.of("limit", "starting_after", "ending_before", "expand", "page");

    private static final Set<String> BOUNDS = Set.of("gt", "gte", "lt", "lte");

    private ListFilters() {}

    /** Restricts a list to what the parameters say. */
    public static ListQuery apply(ObjectNode params, ListQuery query) {
        params.properties().forEach(param -> {
            if (!NO_FILTERS.contains(param.getKey())) {
                apply(param.getKey(), param.getValue(), query);
            }
        });
        return query;
    }

    private static void apply(String name, JsonNode expected, ListQuery query) {
        if (expected instanceof ObjectNode range && isRange(range)) {
            query.matching(object -> isWithin(object.path(name), range));
        } else if (expected instanceof ObjectNode fields) {
            query.matching(object -> has(object.path(name), fields));
        } else if (expected.isArray()) {
            query.matching(object -> contains(expected, object.path(name)));
        } else if (expected.isValueNode() && !expected.isNull()) {
            query.where(name, expected.asText());
        }
    }

    private static boolean isRange(ObjectNode expected) {
        return expected.properties().stream().allMatch(bound -> BOUNDS.contains(bound.getKey()));
    }

    private static boolean has(JsonNode actual, ObjectNode fields) {
        return fields.properties().stream()
                .allMatch(field -> actual.path(field.getKey())
                        .asText()
                        .equals(field.getValue().asText()));
    }

    private static boolean contains(JsonNode list, JsonNode actual) {
        for (var element : list) {
            if (element.asText().equals(actual.asText())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(JsonNode actual, ObjectNode range) {
        return actual.isNumber()
                && (!range.has("gt") || actual.asLong() > range.path("gt").asLong())
                && (!range.has("gte") || actual.asLong() >= range.path("gte").asLong())
                && (!range.has("lt") || actual.asLong() < range.path("lt").asLong())
                && (!range.has("lte") || actual.asLong() <= range.path("lte").asLong());
    }
}
