package dev.treaty.stubs.vendor.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Parameters with brackets in their names, as a tree whose leaves are texts: {@code metadata[order]=42&expand[]=customer} becomes
 * {@code {"metadata": {"order": "42"}, "expand": ["customer"]}}. Objects whose keys are all indexes become lists, in their order.
 */
public final class FormTree {

    /** No vendor nests as deep as this; a name with more brackets is not taken apart. */
    private static final int DEEPEST = 32;

    private static final Pattern BETWEEN_SEGMENTS = Pattern.compile("\\]\\[");

    private FormTree() {}

    /** A form or a query as a tree; if a name occurs more than once without brackets at its end, its last value counts. */
    public static ObjectNode parse(String encoded) {
        return withLists(tree(FormParameters.inOrder(encoded)));
    }

    /** Parameters as a tree, which were in the order of their repetitions: the first of each name, the second of each name, and so on. */
    public static ObjectNode of(Map<String, List<String>> parameters) {
        return withLists(withoutLists(parameters));
    }

    /** The same tree before objects become lists, for readers who know which of them are lists. */
    public static ObjectNode withoutLists(Map<String, List<String>> parameters) {
        var inOrder = new ArrayList<Map.Entry<String, String>>(parameters.size());
        var isMore = true;
        for (var i = 0; isMore; i++) {
            isMore = false;
            for (var parameter : parameters.entrySet()) {
                var values = parameter.getValue();
                if (i < values.size()) {
                    inOrder.add(Map.entry(parameter.getKey(), values.get(i)));
                    isMore |= i + 1 < values.size();
                }
            }
        }
        return tree(inOrder);
    }

    private static ObjectNode tree(List<Map.Entry<String, String>> parameters) {
        var root = JsonNodeFactory.instance.objectNode();
        parameters.forEach(parameter -> add(root, segments(parameter.getKey()), parameter.getValue()));
        return root;
    }

    /** E.g. {@code a}, {@code b}, and an empty one for {@code a[b][]}. */
    private static List<String> segments(String name) {
        var bracket = name.indexOf('[');
        if (bracket <= 0 || !name.endsWith("]")) {
            return List.of(name);
        }
        var segments = new ArrayList<String>();
        segments.add(name.substring(0, bracket));
        segments.addAll(List.of(BETWEEN_SEGMENTS.split(name.substring(bracket + 1, name.length() - 1), -1)));
        return segments.size() > DEEPEST ? List.of(name) : segments;
    }

    private static void add(ObjectNode root, List<String> segments, String value) {
        var node = root;
        for (var i = 0; i < segments.size() - 1; i++) {
            var key = segments.get(i).isEmpty()
                    ? element(node, segments.subList(i + 1, segments.size()))
                    : segments.get(i);
            node = node.get(key) instanceof ObjectNode child ? child : node.putObject(key);
        }
        var last = segments.get(segments.size() - 1);
        node.put(last.isEmpty() ? String.valueOf(node.size()) : last, value);
    }

    /**
     * The element of a list to which a name without an index belongs, such as {@code items[][price]}: the last one, unless it has a price
     * already (as Rack, the server of Stripe's API, does it).
     */
    private static String element(ObjectNode list, List<String> rest) {
        var last = String.valueOf(list.size() - 1);
        return list.has(last) && (rest.contains("") || !has(list.get(last), rest)) ? last : String.valueOf(list.size());
    }

    private static boolean has(JsonNode node, List<String> path) {
        for (var name : path) {
            node = node.path(name);
        }
        return !node.isMissingNode();
    }

    private static ObjectNode withLists(ObjectNode root) {
        root.properties().forEach(entry -> entry.setValue(withLists(entry.getValue())));
        return root;
    }

    private static JsonNode withLists(JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        withLists(object);
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
