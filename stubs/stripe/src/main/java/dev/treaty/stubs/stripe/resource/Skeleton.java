package dev.treaty.stubs.stripe.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A new object with the fields that the data requires: null where it may be null, otherwise empty, zero, false, or the first value. */
public final class Skeleton {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Fields that a response has only if it is asked to expand them. */
    private static final Map<String, Set<String>> ONLY_EXPANDED = Map.of(
            "customer", Set.of("cash_balance", "customer_account", "subscriptions", "sources", "tax_ids", "tax"),
            "charge", Set.of("refunds"),
            "checkout.session", Set.of("line_items"));

    private static final List<String> FIRST_STATUSES = List.of(
            "draft",
            "not_started",
            "requires_input",
            "unsubmitted",
            "requires_submission",
            "awaiting_funds",
            "installing",
            "active",
            "open",
            "pending",
            "processing",
            "succeeded");

    private static final Map<String, ObjectNode> MADE = new ConcurrentHashMap<>();

    private Skeleton() {}

    /**
     * A new object.
     *
     * @param kind e.g. {@code "customer"}
     * @throws IllegalArgumentException if the data does not have this kind
     */
    public static ObjectNode of(String kind) {
        return MADE.computeIfAbsent(kind, Skeleton::make).deepCopy();
    }

    private static ObjectNode make(String kind) {
        var object = Json.object();
        fill(object, shape(kind), kind, 0);
        return object;
    }

    private static Shape shape(String kind) {
        return Surface.get().object(kind).orElseThrow(() -> new IllegalArgumentException(kind));
    }

    private static void fill(ObjectNode object, Shape shape, String kind, int depth) {
        var hidden = ONLY_EXPANDED.getOrDefault(kind, Set.of());
        shape.fields().forEach((name, field) -> {
            if ((field.isRequired() || field.isNullable()) && !hidden.contains(name)) {
                object.set(name, initial(name, field, depth));
            }
        });
    }

    /** Something new is active, and has the status that says so. */
    private static JsonNode initial(String name, Shape field, int depth) {
        return switch (name) {
            case "status" -> status(field);
            case "active" -> field.type() == Shape.Type.BOOL ? NODES.booleanNode(true) : value(field, depth);
            default -> value(field, depth);
        };
    }

    /** That of something new, if the data has one that says so. */
    private static JsonNode status(Shape shape) {
        return FIRST_STATUSES.stream()
                .filter(shape.values()::contains)
                .findFirst()
                .<JsonNode>map(NODES::textNode)
                .filter(status -> !shape.isNullable())
                .orElseGet(() -> value(shape, 0));
    }

    private static JsonNode value(Shape shape, int depth) {
        if (shape.isNullable()) {
            return NODES.nullNode();
        }
        return switch (shape.type()) {
            case INT -> NODES.numberNode(0);
            case BOOL -> NODES.booleanNode(false);
            case DECIMAL -> NODES.textNode("0");
            case ENUM -> NODES.textNode(shape.values().get(0));
            case LIST -> NODES.arrayNode();
            case PAGE -> page("");
            case MAP -> NODES.objectNode();
            case OBJ -> object(shape, depth + 1);
            case STR, ID -> NODES.textNode("");
            case ANY -> NODES.nullNode();
        };
    }

    private static ObjectNode object(Shape shape, int depth) {
        var object = Json.object();
        if (depth > 8) {
            return object;
        }
        var reference = shape.reference();
        if (reference.isPresent()) {
            fill(object, shape(reference.get()), reference.get(), depth);
        } else {
            fill(object, shape, "", depth);
        }
        return object;
    }

    /** A list without objects. */
    public static ObjectNode page(String url) {
        var page = Json.object().put("object", "list");
        page.putArray("data");
        return page.put("has_more", false).put("url", url);
    }
}
