package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The resources of a station. What is returned are copies: a change counts when it is stored. */
public final class Resources {

    private static final String IDS = "ids";
    private static final Set<String> TIMES_OF_CREATION = Set.of("created");
    private static final Set<String> TIMES_OF_CHANGE = Set.of("lastModified", "modified");

    private final World world;

    /** The resources of a world. */
    public Resources(World world) {
        this.world = world;
    }

    /** Where they are. */
    public World world() {
        return world;
    }

    /** The station's time. */
    public Instant now() {
        return world.now();
    }

    /** The resource of a type with this id. */
    public Optional<ObjectNode> find(String singular, String id) {
        return world.objects(ResourceTypes.of(singular).kind()).find(id);
    }

    /**
     * The resource of a type with this id.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 404 if there is none
     */
    public ObjectNode get(String singular, String id) {
        return find(singular, id).orElseThrow(() -> CablecastError.notFound(singular, id));
    }

    /** All resources of a type, by ascending id. */
    public Stream<ObjectNode> all(String singular) {
        return world.objects(ResourceTypes.of(singular).kind()).oldestFirst();
    }

    /** The same without as many at the beginning. */
    public Stream<ObjectNode> all(String singular, int skipped) {
        return world.objects(ResourceTypes.of(singular).kind()).oldestFirst(skipped);
    }

    /** How many resources of a type there are. */
    public long count(String singular) {
        return world.objects(ResourceTypes.of(singular).kind()).count();
    }

    /** The resources of a type with this value in an indexed field, e.g. the reels whose {@code show} is {@code 42}. */
    public List<ObjectNode> with(String singular, String field, String value) {
        return world.objects(ResourceTypes.of(singular).kind())
                .list(field, value, false, null)
                .toList();
    }

    /** The same without those that are left out because they are marked as deleted. */
    List<ObjectNode> shownWith(String singular, String field, String value) {
        var type = ResourceTypes.of(singular);
        return with(singular, field, value).stream()
                .filter(resource -> !type.hides(resource))
                .toList();
    }

    /**
     * Adds a resource.
     *
     * @param values without an id, it gets the next one; what is missing becomes what the table of types says
     */
    public ObjectNode create(String singular, ObjectNode values) {
        var type = ResourceTypes.of(singular);
        var resource = Json.object();
        resource.put("id", id(type, values.path("id").asLong(0)));
        for (var field : type.fields()) {
            if (field.type() != FieldType.CHILDREN) {
                resource.set(field.name(), values.hasNonNull(field.name()) ? values.get(field.name()) : field.absent());
            }
        }
        TIMES_OF_CREATION.forEach(time -> setTime(type, resource, time));
        store(singular, resource);
        return resource;
    }

    private long id(ResourceType type, long wanted) {
        var ids = world.value(IDS).orElseGet(Json::object);
        var last = ids.path(type.singular()).asLong(0);
        var id = wanted > 0 ? wanted : last + 1;
        world.setValue(IDS, ids.put(type.singular(), Math.max(last, id)));
        return id;
    }

    /** Changes a resource, or adds one with an id of its own. */
    public void store(String singular, ObjectNode resource) {
        var type = ResourceTypes.of(singular);
        TIMES_OF_CHANGE.forEach(time -> setTime(type, resource, time));
        world.objects(type.kind()).put(resource);
    }

    private void setTime(ResourceType type, ObjectNode resource, String field) {
        if (type.field(field).isPresent()) {
            resource.put(field, CablecastTime.write(now()));
        }
    }

    /** Removes a resource with those that cannot be without it; others no longer refer to it. */
    public void delete(String singular, String id) {
        var type = ResourceTypes.of(singular);
        for (var other : ResourceTypes.referringTo(type)) {
            for (var field : other.references()) {
                if (field.target().equals(singular)) {
                    with(other.singular(), field.name(), id).forEach(resource -> release(other, field, resource));
                }
            }
        }
        world.objects(type.kind()).remove(id);
    }

    private void release(ResourceType type, Field field, ObjectNode resource) {
        if (field.isRequired()) {
            delete(type.singular(), resource.path("id").asText());
        } else {
            resource.set(field.name(), NullNode.instance);
            store(type.singular(), resource);
        }
    }
}
