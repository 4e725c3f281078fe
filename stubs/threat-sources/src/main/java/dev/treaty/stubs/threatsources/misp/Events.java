package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;

/** Events, each of which has attributes. Every number in them is a string. */
final class Events {

    private Events() {}

    /** {@code POST /events/add}. */
    static StubResponse add(Exchange exchange) {
        var body = MispBody.of(exchange.request()).unwrapped("Event");
        if (body.text("info", "").isBlank()) {
            throw MispError.notSaved("Event", "info", "Info cannot be empty.", exchange.request());
        }
        var world = exchange.world();
        var event = EventTable.create(world, EventTable.freeId(world.objects(EventTable.EVENT), world), body);
        for (var attribute : body.json().path("Attribute")) {
            Attributes.create(exchange, event, new MispBody(attribute));
        }
        return show(world, event);
    }

    /** {@code GET /events/view/{id}}. */
    static StubResponse view(Exchange exchange) {
        return show(exchange.world(), EventTable.find(exchange));
    }

    /** {@code POST /events/publish/{id}}. */
    static StubResponse publish(Exchange exchange) {
        var event = EventTable.find(exchange);
        var world = exchange.world();
        world.objects(EventTable.EVENT)
                .put(event.put("published", true).put("publish_timestamp", "" + world.nowSeconds()));
        var body = Json.object()
                .put("saved", true)
                .put("success", true)
                .put("name", "Event published.")
                .put("message", "Event published.")
                .put("url", exchange.request().path())
                .put("id", event.path("id").asText());
        return MispError.json(200, body);
    }

    private static StubResponse show(World world, ObjectNode event) {
        var shown = event.deepCopy();
        var attributes = shown.putArray("Attribute");
        world.objects(Attributes.ATTRIBUTE)
                .list("event_id", event.path("id").asText(), false, null)
                .forEach(attributes::add);
        shown.put("attribute_count", String.valueOf(attributes.size()));
        return MispError.envelope("Event", shown);
    }
}
