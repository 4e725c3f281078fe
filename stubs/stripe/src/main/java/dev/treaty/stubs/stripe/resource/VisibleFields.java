package dev.treaty.stubs.stripe.resource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What clients see of an object: everything but the fields whose names start with {@code _}, and the lines of long invoices. All of
 * metadata is the client's own.
 */
public final class VisibleFields {

    private static final String METADATA = "metadata";

    private VisibleFields() {}

    /** What clients see of a node: a copy, or the node itself if they see all of it. */
    public static <T extends JsonNode> T in(T node) {
        return hidesAny(node) ? of(node.<T>deepCopy()) : node;
    }

    /** Whether clients certainly see all of an object, told from its JSON without reading it: a text may look like what is hidden. */
    public static boolean areAll(byte[] json) {
        var text = new String(json, ISO_8859_1); // a character for each byte
        return !text.contains("\"_") && !text.contains("\"lines\"");
    }

    private static boolean hidesAny(JsonNode node) {
        if (!node.isContainerNode()) {
            return false;
        }
        if (EmbeddedLines.areLeftOut(node)) {
            return true;
        }
        for (var field : node.properties()) {
            if (isHidden(field.getKey()) || (!field.getKey().equals(METADATA) && hidesAny(field.getValue()))) {
                return true;
            }
        }
        if (node.isArray()) {
            for (var element : node) {
                if (hidesAny(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isHidden(String name) {
        return name.startsWith("_");
    }

    /** Removes what clients do not see, in nested objects too. */
    public static <T extends JsonNode> T of(T node) {
        if (node instanceof ObjectNode object) {
            if (EmbeddedLines.areLeftOut(object)) {
                EmbeddedLines.leaveOut(object);
            }
            for (var fields = object.properties().iterator(); fields.hasNext(); ) {
                var field = fields.next();
                if (isHidden(field.getKey())) {
                    fields.remove();
                } else if (field.getValue().isContainerNode() && !field.getKey().equals(METADATA)) {
                    of(field.getValue());
                }
            }
        } else if (node.isArray()) {
            node.forEach(VisibleFields::of);
        }
        return node;
    }
}
