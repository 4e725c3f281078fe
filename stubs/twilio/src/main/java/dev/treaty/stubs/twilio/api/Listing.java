package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.ObjectKind;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which resources a list has, the newest first.
 *
 * @param field one of the kind's indexes, or null for all resources
 * @param value that the field must have
 * @param filter what else must hold
 * @param view what clients see of each
 */
public record Listing(
        ObjectKind kind,
        @Nullable String field,
        @Nullable String value,
        Predicate<ObjectNode> filter,
        UnaryOperator<ObjectNode> view) {

    /** All resources of a kind. */
    public static Listing of(ObjectKind kind) {
        return new Listing(kind, null, null, resource -> true, UnaryOperator.identity());
    }

    /** The resources with this value in an indexed field. */
    public static Listing of(ObjectKind kind, String field, String value) {
        return new Listing(kind, field, value, resource -> true, UnaryOperator.identity());
    }

    /** The same list, shortened to what also passes another filter. */
    public Listing where(Predicate<ObjectNode> further) {
        return new Listing(kind, field, value, filter.and(further), view);
    }

    /** The same list, with what is only known when it is read. */
    public Listing with(UnaryOperator<ObjectNode> shown) {
        return new Listing(kind, field, value, filter, shown);
    }

    /** The same list, shortened to resources with this text in a field. */
    public Listing where(String name, String text) {
        return where(resource -> resource.path(name).asText().equals(text));
    }
}
