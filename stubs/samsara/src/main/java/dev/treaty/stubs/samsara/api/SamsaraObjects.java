package dev.treaty.stubs.samsara.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The objects of one kind in an account. Each is found by its id, or by an external ID: {@code payrollId:ABFS18600}. */
public final class SamsaraObjects {

    /** Ids look like Samsara's: numbers of fifteen digits, as text. */
    private static final long FIRST_ID = 281_474_976_800_000L;

    private final World world;
    private final ObjectKind kind;
    private final ObjectTable table;

    /** @param kind its name is what messages call one */
    public SamsaraObjects(World world, ObjectKind kind) {
        this.world = world;
        this.kind = kind;
        this.table = world.objects(kind);
    }

    /** An id that nothing has yet. */
    public static String newId(World world) {
        return String.valueOf(FIRST_ID + world.nextNumber());
    }

    /** The object with an id or external ID. */
    public Optional<ObjectNode> find(String id) {
        return id.contains(":") ? findByExternalId(id) : table.find(id);
    }

    private Optional<ObjectNode> findByExternalId(String id) {
        var key = id.substring(0, id.indexOf(':'));
        var value = id.substring(id.indexOf(':') + 1);
        return all().filter(
                        object -> object.path("externalIds").path(key).asText().equals(value))
                .findFirst();
    }

    /**
     * The object with an id or external ID.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 404 if there is none
     */
    public ObjectNode get(String id) {
        return find(id).orElseThrow(() -> SamsaraError.notFound(kind.name(), id));
    }

    /** All, the oldest first. */
    public Stream<ObjectNode> all() {
        return table.oldestFirst();
    }

    public ObjectNode put(ObjectNode object) {
        table.put(object);
        return object;
    }

    public void remove(String id) {
        table.remove(id);
    }

    /** Keeps the external IDs of a body with an object, unless another object has one of them. */
    public void setExternalIds(ObjectNode object, Body body) {
        body.object("externalIds").ifPresent(ids -> {
            ids.json()
                    .properties()
                    .forEach(id -> requireFree(
                            object, id.getKey() + ":" + id.getValue().asText()));
            object.set("externalIds", ids.json());
        });
    }

    private void requireFree(ObjectNode object, String externalId) {
        var other = findByExternalId(externalId);
        if (other.isPresent() && !other.get().path("id").equals(object.path("id"))) {
            throw SamsaraError.badRequest(
                    "The external ID %s belongs to another %s.".formatted(externalId, kind.name()));
        }
    }

    /** Answers with a page of objects, as {@code limit} and {@code after} ask for. */
    public StubResponse page(Exchange exchange, List<ObjectNode> objects) {
        var query = new Query(exchange.request());
        var start = query.text("after")
                .map(cursor -> 1 + indexOf(objects, Cursor.place(world, kind.name(), cursor)))
                .orElse(0);
        var end = Math.min(objects.size(), start + query.limit());
        var data = Json.object().putArray("data");
        objects.subList(start, end).forEach(object -> data.add(Answers.visible(object)));
        return Answers.page(data, start == end ? "" : cursorAfter(objects.get(end - 1)), end < objects.size());
    }

    /** The cursor of a page that ends with an object. */
    public String cursorAfter(ObjectNode object) {
        return Cursor.of(world, kind.name(), object.path("id").asText());
    }

    /** What was removed in between is taken for the end, so that nothing is listed twice. */
    private static int indexOf(List<ObjectNode> objects, String id) {
        for (var i = 0; i < objects.size(); i++) {
            if (objects.get(i).path("id").asText().equals(id)) {
                return i;
            }
        }
        return objects.size() - 1;
    }
}
