package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What clients see of an object: everything but the fields whose names start with {@code _}. */
public final class VisibleFields {

    private VisibleFields() {}

    /** Removes what clients do not see, in nested objects too. */
    public static <T extends JsonNode> T of(T node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(entry -> entry.getKey().startsWith("_"));
        }
        node.forEach(VisibleFields::of);
        return node;
    }
}
