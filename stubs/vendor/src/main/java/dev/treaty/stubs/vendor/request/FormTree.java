package dev.treaty.stubs.vendor.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters with brackets in their names, as a tree whose leaves are texts: {@code metadata[order]=42&expand[]=customer} becomes
 * {@code {"metadata": {"order": "42"}, "expand": ["customer"]}}. Objects whose keys are all indexes become lists, in their order.
 */
public final class FormTree {

    private FormTree() {}

    /** The parameters as a tree; if a name occurs more than once without brackets at its end, its last value counts. */
    public static ObjectNode of(Map<String, List<String>> parameters) {
        var root = withoutLists(parameters);
        root.properties().forEach(entry -> entry.setValue(withLists(entry.getValue())));
        return root;
    }

    /** The same tree before objects become lists, for readers who know which of them are lists. */
    public static ObjectNode withoutLists(Map<String, List<String>> parameters) {
        var root = JsonNodeFactory.instance.objectNode();
        parameters.forEach((name, values) -> values.forEach(value -> add(root, segments(name), value)));
        return root;
    }

    /** E.g. {@code a}, {@code b}, and an empty one for {@code a[b][]}. */
    private static List<String> segments(String name) {
        var segments = new ArrayList<String>();
        var bracket = name.indexOf('[');
        if (bracket <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        segments.add(name.substring(0, bracket));
        segments.addAll(List.of(name.substring(bracket + 1, name.length() - 1).split("\\]\\[", -1)));
        return segments;
    }

    private static void add(ObjectNode root, List<String> segments, String value) {
        var node = root;
        for (var i = 0; i < segments.size() - 1; i++) {
            var key = key(
                    node,
                    segments.get(i),
                    i == segments.size() - 2 && segments.get(i + 1).isEmpty());
            node = node.get(key) instanceof ObjectNode child ? child : node.putObject(key);
        }
        var last = segments.get(segments.size() - 1);
        node.put(last.isEmpty() ? String.valueOf(node.size()) : last, value);
    }

    /** An element of a list without an index, such as {@code items[][price]}, belongs to the last one that has no such field yet. */
    private static String key(ObjectNode node, String segment, boolean beforeList) {
        return segment.isEmpty() && !beforeList ? String.valueOf(Math.max(0, node.size() - 1)) : segment;
    }

    private static JsonNode withLists(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        object.properties().forEach(entry -> entry.setValue(withLists(entry.getValue())));
        return isList(object) ? list(object) : object;
    }

    private static boolean isList(ObjectNode object) {
        if (object.isEmpty()) {
            return false;
        }
        for (var entry : object.properties()) {
            var key = entry.getKey();
            if (key.isEmpty() || key.length() > 6 || !key.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }

    private static ArrayNode list(ObjectNode object) {
        var sorted = new TreeMap<Integer, JsonNode>();
        object.properties().forEach(entry -> sorted.put(Integer.parseInt(entry.getKey()), entry.getValue()));
        return JsonNodeFactory.instance.arrayNode().addAll(sorted.values());
    }
}
