package dev.treaty.stubs.twilio.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one kind in a world. What is deleted keeps its place, so that a client may delete the messages of a page and then
 * ask for the next page.
 */
public final class ResourceTable {

    private static final String DELETED = "_deleted";

    private final ObjectTable objects;

    private ResourceTable(ObjectTable objects) {
        this.objects = objects;
    }

    /** The resources of a kind. */
    public static ResourceTable of(World world, ObjectKind kind) {
        return new ResourceTable(world.objects(kind));
    }

    /**
     * A kind of resource, identified by {@code sid}.
     *
     * @param name unique, e.g. {@code "message"}
     * @param indexes the fields by which resources are listed in constant time
     */
    public static ObjectKind kind(String name, String... indexes) {
        return new ObjectKind(name, "sid", List.of(indexes), ObjectKind.DEFAULT_LIMIT);
    }

    /** The resource with this id. */
    public Optional<ObjectNode> find(String sid) {
        return objects.find(sid).filter(ResourceTable::exists);
    }

    /** Whether there is, or has been, a resource with this id. */
    boolean hasHad(String sid) {
        return objects.find(sid).isPresent();
    }

    /** Adds a resource, or replaces the one with the same id. */
    public void put(ObjectNode resource) {
        objects.put(resource);
    }

    /** Deletes a resource, if it exists. */
    public void delete(String sid) {
        if (find(sid).isPresent()) {
            objects.put(Json.object().put("sid", sid).put(DELETED, true));
        }
    }

    /** All resources, the newest first, read as they are needed; nothing may be put meanwhile. */
    public Stream<ObjectNode> newestFirst() {
        return list(null, null, true, null);
    }

    /** The resources with this value in an indexed field, the newest first; nothing may be put meanwhile. */
    public Stream<ObjectNode> newestFirst(String field, String value) {
        return list(field, value, true, null);
    }

    /**
     * As {@link ObjectTable#list}.
     *
     * @throws java.util.NoSuchElementException if there never was a resource with the id after which to start
     */
    Stream<ObjectNode> list(
            @Nullable String field, @Nullable String value, boolean newestFirst, @Nullable String after) {
        return objects.list(field, value, newestFirst, after).filter(ResourceTable::exists);
    }

    private static boolean exists(ObjectNode resource) {
        return !resource.has(DELETED);
    }
}
