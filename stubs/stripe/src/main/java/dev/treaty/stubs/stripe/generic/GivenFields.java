package dev.treaty.stubs.stripe.generic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.request.MetadataRules;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.stripe.surface.SurfaceValidator;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies the parameters of a request to the fields with the same names. */
public final class GivenFields {

    private static final SurfaceValidator VALIDATOR = new SurfaceValidator(Surface.get());

    private GivenFields() {}

    /**
     * Changes an object as the parameters say: metadata is merged, nested objects too, null clears. Parameters that are not fields of
     * the object, or would make it invalid, change nothing.
     */
    public static void copy(ObjectNode params, ObjectNode object) {
        var kind = object.path("object").asText();
        var shape = Surface.get().object(kind).orElseThrow(() -> new IllegalArgumentException(kind));
        params.properties().forEach(param -> {
            var name = param.getKey();
            if (name.equals("metadata") || name.equals("id") || name.equals("object")) {
                return;
            }
            shape.field(name)
                    .flatMap(field -> value(field, param.getValue(), object.get(name)))
                    .ifPresent(value -> object.set(name, value));
        });
        if (params.has("metadata") && object.has("metadata")) {
            object.set("metadata", mergedMetadata(object.path("metadata"), params.path("metadata")));
        }
    }

    /**
     * Metadata after a request.
     *
     * @param given null to remove all keys; a key whose value is empty is removed
     */
    public static ObjectNode mergedMetadata(JsonNode before, JsonNode given) {
        var merged = before instanceof ObjectNode object ? object.deepCopy() : Json.object();
        if (!(given instanceof ObjectNode changes)) {
            return Json.object();
        }
        changes.properties().forEach(change -> {
            if (change.getValue().asText().isEmpty()) {
                merged.remove(change.getKey());
            } else {
                merged.set(change.getKey(), change.getValue());
            }
        });
        MetadataRules.checkSize(merged);
        return merged;
    }

    private static Optional<JsonNode> value(Shape field, JsonNode given, @Nullable JsonNode before) {
        if (given.isNull()) {
            return cleared(field);
        }
        if (isDescribed(field) && given instanceof ObjectNode fields) {
            return Optional.<JsonNode>of(merged(field, fields, before)).filter(value -> VALIDATOR.allows(field, value));
        }
        var complete = field.type() == Shape.Type.LIST && given.isArray() ? elements(field.element(), given) : given;
        return Optional.of(complete).filter(value -> VALIDATOR.allows(field, value));
    }

    /** A list takes the place of the one before; what its objects do not say is null, where it may be. */
    private static ArrayNode elements(Shape element, JsonNode given) {
        var isDescribed = isDescribed(element);
        var elements = JsonNodeFactory.instance.arrayNode();
        given.forEach(each ->
                elements.add(isDescribed && each instanceof ObjectNode fields ? merged(element, fields, null) : each));
        return elements;
    }

    /** Whether the data says which fields an object has; of others, all that is given is kept. */
    private static boolean isDescribed(Shape shape) {
        return shape.type() == Shape.Type.OBJ && shape.reference().isEmpty() && shape.hasFields();
    }

    private static Optional<JsonNode> cleared(Shape field) {
        if (field.isNullable()) {
            return Optional.of(JsonNodeFactory.instance.nullNode());
        }
        return switch (field.type()) {
            case LIST -> Optional.of(JsonNodeFactory.instance.arrayNode());
            case MAP -> Optional.of(JsonNodeFactory.instance.objectNode());
            default -> Optional.empty();
        };
    }

    private static ObjectNode merged(Shape shape, ObjectNode given, @Nullable JsonNode before) {
        var merged = before instanceof ObjectNode object ? object.deepCopy() : Json.object();
        shape.fields().forEach((name, field) -> {
            if (given.has(name)) {
                value(field, given.path(name), merged.get(name)).ifPresent(value -> merged.set(name, value));
            } else if (field.isNullable() && !merged.has(name)) {
                merged.putNull(name);
            }
        });
        return merged;
    }
}
