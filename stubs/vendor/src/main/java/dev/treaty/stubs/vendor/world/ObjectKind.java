package dev.treaty.stubs.vendor.world;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of object that a world keeps.
 *
 * @param name unique within a vendor, ASCII, e.g. {@code "payment_intent"}
 * @param idField the field that identifies an object, e.g. {@code "id"}
 * @param indexes the fields by which objects are listed in constant time, e.g. {@code "customer"}; nested ones with dots
 * @param limit how many objects a world keeps, and at most a two-thousandth more; beyond it, the oldest are forgotten
 */
public record ObjectKind(String name, String idField, List<String> indexes, int limit) {

    /** How many objects of a kind a world keeps, unless the kind says otherwise. */
    public static final int DEFAULT_LIMIT = 250_000;

    public ObjectKind {
        indexes = List.copyOf(indexes);
    }

    /** What a world has to know to forget objects of a kind that it does not know otherwise. */
    byte[] toBytes() {
        var definition = Json.object().put("idField", idField);
        var fields = definition.putArray("indexes");
        indexes.forEach(fields::add);
        return Json.bytes(definition);
    }

    static ObjectKind of(String name, byte[] definition) {
        var stored = Json.parseObject(definition, 0);
        var indexes = new ArrayList<String>();
        stored.path("indexes").forEach(field -> indexes.add(field.asText()));
        return new ObjectKind(name, stored.path("idField").asText(), indexes, DEFAULT_LIMIT);
    }

    /** A kind whose objects are identified by {@code id}. */
    public static ObjectKind of(String name, String... indexes) {
        return new ObjectKind(name, "id", List.of(indexes), DEFAULT_LIMIT);
    }
}
