package dev.treaty.pacts.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.treaty.pacts.canonical.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * A place where two JSON values differ.
 *
 * @param path e.g. {@code $.response.status}
 * @param before the first value there; a {@link MissingNode} if there is none
 * @param after the second value there, likewise
 */
public record JsonDifference(String path, JsonNode before, JsonNode after) {

    /** All differences, in the order of the first value's keys, then the second's. */
    public static List<JsonDifference> between(JsonNode before, JsonNode after) {
        var differences = new ArrayList<JsonDifference>();
        collect("$", before, after, differences);
        return differences;
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<JsonDifference> differences) {
        if (before.isObject() && after.isObject()) {
            var keys = new LinkedHashSet<String>();
            before.properties().stream().map(Map.Entry::getKey).forEach(keys::add);
            after.properties().stream().map(Map.Entry::getKey).forEach(keys::add);
            for (var key : keys) {
                collect(JsonPath.child(path, key), before.path(key), after.path(key), differences);
            }
        } else if (before.isArray() && after.isArray()) {
            for (var index = 0; index < Math.max(before.size(), after.size()); index++) {
                collect(JsonPath.element(path, index), before.path(index), after.path(index), differences);
            }
        } else if (!before.equals(after) || !before.asText().equals(after.asText())) { // 1.0 equals 1.00
            differences.add(new JsonDifference(path, before, after));
        }
    }

    /** The first value on one line, shortened and without credentials. */
    public String shownBefore() {
        return RedactedValue.of(path, before);
    }

    /** The second value on one line, shortened and without credentials. */
    public String shownAfter() {
        return RedactedValue.of(path, after);
    }

    /** For example {@code $.response.status 200 -> 201}. */
    @Override
    public String toString() {
        return path + " " + shownBefore() + " -> " + shownAfter();
    }
}
