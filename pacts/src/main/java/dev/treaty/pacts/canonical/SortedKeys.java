package dev.treaty.pacts.canonical;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Puts the keys of JSON objects in a fixed order. Lists keep theirs, because it may have a meaning. */
final class SortedKeys {

    private SortedKeys() {}

    /** The same value with all keys in alphabetical order, at every depth. */
    static JsonNode sorted(JsonNode node) {
        return node.isArray() ? each(node, SortedKeys::sorted) : ordered(node, List.of(), Map.of());
    }

    /**
     * The same object with some keys first and the others in alphabetical order; any other value unchanged.
     *
     * @param first these keys come first, in this order
     * @param forms how to transform the values of some keys; all other values are {@linkplain #sorted sorted}
     */
    static JsonNode ordered(JsonNode node, List<String> first, Map<String, UnaryOperator<JsonNode>> forms) {
        if (!node.isObject()) {
            return node;
        }
        var keys = new LinkedHashSet<>(first);
        node.properties().stream().map(Map.Entry::getKey).sorted().forEach(keys::add);
        var result = JsonNodeFactory.instance.objectNode();
        for (var key : keys) {
            if (node.has(key)) {
                result.set(key, forms.getOrDefault(key, SortedKeys::sorted).apply(node.path(key)));
            }
        }
        return result;
    }

    /** Transforms the elements of a list, or a single value. */
    static JsonNode each(JsonNode node, UnaryOperator<JsonNode> form) {
        return node.isArray()
                ? array(StreamSupport.stream(node.spliterator(), false)
                        .map(form)
                        .toList())
                : form.apply(node);
    }

    /** A list of these elements. */
    static ArrayNode array(List<? extends JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
}
