package dev.treaty.stubs.stripe.payment.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.surface.Shape;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.stripe.surface.SurfaceValidator;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/** What charges, set-ups and mandates show of payment methods: what is known, and null or nothing for the rest. */
public final class MethodDetails {

    private static final SurfaceValidator VALIDATOR = new SurfaceValidator(Surface.get());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MethodDetails() {}

    /**
     * What the field {@code payment_method_details} of an object shows of a payment method.
     *
     * @param kind of the object, e.g. {@code "charge"}
     * @param type of the payment method, e.g. {@code "sepa_debit"}
     * @param known what is known
     * @return empty if objects of this kind show nothing of such payment methods
     */
    public static Optional<ObjectNode> of(String kind, String type, JsonNode known) {
        return Surface.get()
                .object(kind)
                .flatMap(object -> object.field("payment_method_details"))
                .flatMap(details -> details.field(type))
                .map(shape -> of(shape, known));
    }

    /** An object of a shape: what is known of its fields, and null or nothing for those that it must have. */
    public static ObjectNode of(Shape shape, JsonNode known) {
        var details = Json.object();
        shape.fields().forEach((name, field) -> {
            if (known.has(name) && VALIDATOR.allows(field, known.path(name))) {
                details.set(name, known.path(name).deepCopy());
            } else if (field.isRequired()) {
                details.set(name, nothing(field));
            }
        });
        return details;
    }

    private static JsonNode nothing(Shape field) {
        if (field.isNullable()) {
            return NODES.nullNode();
        }
        return switch (field.type()) {
            case INT -> NODES.numberNode(0);
            case BOOL -> NODES.booleanNode(false);
            case ENUM -> NODES.textNode(field.values().get(0));
            case LIST -> NODES.arrayNode();
            case MAP -> NODES.objectNode();
            case OBJ -> of(field, NODES.objectNode());
            default -> NODES.textNode("");
        };
    }
}
