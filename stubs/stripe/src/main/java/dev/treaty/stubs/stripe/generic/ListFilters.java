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
            query.matching(object -> includes(range, object.path(name)));
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

    /** Keeps only objects whose time is what the parameter with its name says: one second, or a range. */
    public static void byTime(ListQuery list, ObjectNode params, String field) {
        var range = params.path(field);
        if (!range.isMissingNode() && !range.isNull()) {
            list.matching(object -> includes(range, object.path(field)));
        }
    }

    /** Whether a number is the one that is expected, or between {@code gt}, {@code gte}, {@code lt} and {@code lte}. */
    public static boolean includes(JsonNode range, JsonNode actual) {
        var number = actual.asLong();
        return range.isObject()
                ? actual.isNumber()
                        && number > range.path("gt").asLong(Long.MIN_VALUE)
                        && number >= range.path("gte").asLong(Long.MIN_VALUE)
                        && number < range.path("lt").asLong(Long.MAX_VALUE)
                        && number <= range.path("lte").asLong(Long.MAX_VALUE)
                : range.asLong() == number;
    }
}
