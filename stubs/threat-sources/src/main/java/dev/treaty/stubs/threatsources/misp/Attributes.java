package dev.treaty.stubs.threatsources.misp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.UUID;

/** Attributes: single indicators, each in an event. */
final class Attributes {

    static final ObjectKind ATTRIBUTE = ObjectKind.of("Attribute", "event_id", "value");

    private Attributes() {}

    /** {@code POST /attributes/add/{id}}, with the id of the event. */
    static StubResponse add(Exchange exchange) {
        var event = EventTable.find(exchange);
        var body = MispBody.of(exchange.request()).unwrapped("Attribute");
        return MispError.envelope("Attribute", create(exchange, event, body));
    }

    /** Adds an attribute to an event, unless the event has it. */
    static ObjectNode create(Exchange exchange, ObjectNode event, MispBody body) {
        require(body, "value", exchange.request());
        require(body, "type", exchange.request());
        if (exists(exchange.world(), event, body)) {
            throw MispError.notSaved(
                    "Attribute", "value", "A similar attribute already exists for this event.", exchange.request());
        }
        return keep(exchange.world(), event, body);
    }

    private static void require(MispBody body, String field, VendorRequest request) {
        if (body.text(field, "").isBlank()) {
            throw MispError.notSaved("Attribute", field, "Value not set.", request);
        }
    }

    private static boolean exists(World world, ObjectNode event, MispBody body) {
        return world.objects(ATTRIBUTE)
                .list("value", body.text("value", ""), false, null)
                .anyMatch(other -> other.path("event_id").equals(event.path("id"))
                        && other.path("type").asText().equals(body.text("type", "")));
    }

    /** Keeps an attribute. */
    static ObjectNode keep(World world, ObjectNode event, MispBody body) {
        var id = EventTable.freeId(world.objects(ATTRIBUTE), world);
        var attribute = Json.object()
                .put("id", id)
                .put("event_id", event.path("id").asText())
                .put("object_id", "0")
                .putNull("object_relation")
                .put("category", body.text("category", "Network activity"))
                .put("type", body.text("type", "ip-src"))
                .put("to_ids", body.isSet("to_ids", true))
                .put(
                        "uuid",
                        UUID.nameUUIDFromBytes((world.name() + "/" + id).getBytes(UTF_8))
                                .toString())
                .put("timestamp", String.valueOf(world.nowSeconds()))
                .put("distribution", body.text("distribution", "5"))
                .put("sharing_group_id", "0")
                .put("comment", body.text("comment", ""))
                .put("deleted", false)
                .put("disable_correlation", false)
                .putNull("first_seen")
                .putNull("last_seen")
                .put("value", body.text("value", ""));
        var tags = attribute.putArray("Tag");
        body.json().path("Tag").forEach(tag -> tags.addObject().set("name", tag.path("name")));
        world.objects(ATTRIBUTE).put(attribute);
        return attribute;
    }
}
