package dev.treaty.stubs.threatsources.misp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/** The events of a world, without their attributes. */
final class EventTable {

    static final ObjectKind EVENT = ObjectKind.of("Event");

    private EventTable() {}

    /** Keeps an event. */
    static ObjectNode create(World world, String id, MispBody body) {
        var event = Json.object()
                .put("id", id)
                .put("org_id", "1")
                .put("orgc_id", "1")
                .put("date", LocalDate.ofInstant(world.now(), ZoneOffset.UTC).toString())
                .put("threat_level_id", body.text("threat_level_id", "4"))
                .put("info", body.text("info", ""))
                .put("published", body.isSet("published", false))
                .put(
                        "uuid",
                        UUID.nameUUIDFromBytes((world.name() + id).getBytes(UTF_8))
                                .toString())
                .put("analysis", body.text("analysis", "0"))
                .put("distribution", body.text("distribution", "1"))
                .put("sharing_group_id", "0")
                .put("timestamp", String.valueOf(world.nowSeconds()))
                .put("publish_timestamp", "0");
        world.objects(EVENT).put(event);
        return event;
    }

    /** The event that the path names. */
    static ObjectNode find(Exchange exchange) {
        var id = exchange.parameter("id");
        return exchange.world()
                .objects(EVENT)
                .find(id)
                .orElseThrow(() -> MispError.notFound("event", id, exchange.request()));
    }

    /** A number that no object of a table has, although a test may have chosen ids itself. */
    static String freeId(ObjectTable table, World world) {
        var id = String.valueOf(world.nextNumber());
        while (table.find(id).isPresent()) {
            id = String.valueOf(world.nextNumber());
        }
        return id;
    }
}
