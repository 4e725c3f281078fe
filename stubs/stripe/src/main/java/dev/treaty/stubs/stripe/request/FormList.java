package dev.treaty.stubs.stripe.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lists in forms: {@code items[0][price]} and {@code expand[]}. */
final class FormList {

    private FormList() {}

    /** The elements of an object whose keys are indexes, in their order; empty if it is no such object. */
    static Optional<List<JsonNode>> elements(JsonNode raw) {
        if (!(raw instanceof ObjectNode object) || object.isEmpty()) {
            return Optional.empty();
        }
        var sorted = new TreeMap<Long, JsonNode>();
        for (var entry : object.properties()) {
            if (!entry.getKey().matches("\\d{1,9}")) {
                return Optional.empty();
            }
            sorted.put(Long.valueOf(entry.getKey()), entry.getValue());
        }
        return Optional.of(new ArrayList<>(sorted.values()));
    }

    /** An object that the data does not describe, with lists where all keys are indexes. */
    static ObjectNode withLists(ObjectNode raw) {
        var object = Json.object();
        raw.properties().forEach(entry -> object.set(entry.getKey(), list(entry.getValue())));
        return object;
    }

    private static JsonNode list(JsonNode raw) {
        var elements = elements(raw);
        if (elements.isPresent()) {
            var list = JsonNodeFactory.instance.arrayNode();
            elements.get().forEach(element -> list.add(list(element)));
            return list;
        }
        return raw instanceof ObjectNode object ? withLists(object) : raw;
    }
}
