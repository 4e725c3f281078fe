package dev.treaty.stubs.vendor.world;

import java.util.List;

/**
 * A kind of object that a world keeps.
 *
 * @param name unique within a vendor, ASCII, e.g. {@code "payment_intent"}
 * @param idField the field that identifies an object, e.g. {@code "id"}
 * @param indexes the fields by which objects are listed in constant time, e.g. {@code "customer"}; nested ones with dots
 * @param limit how many objects a world keeps; beyond it, the oldest is forgotten
 */
public record ObjectKind(String name, String idField, List<String> indexes, int limit) {

    /** How many objects of a kind a world keeps, unless the kind says otherwise. */
    public static final int DEFAULT_LIMIT = 250_000;

    public ObjectKind {
        indexes = List.copyOf(indexes);
    }

    /** A kind whose objects are identified by {@code id}. */
    public static ObjectKind of(String name, String... indexes) {
        return new ObjectKind(name, "id", List.of(indexes), DEFAULT_LIMIT);
    }
}
