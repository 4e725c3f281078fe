package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;

/** Sightings: somebody has seen an indicator. */
final class Sightings {

    private static final ObjectKind SIGHTING = ObjectKind.of("Sighting", "attribute_id");

    private Sightings() {}

    /** {@code POST /sightings/add} with {@code values}, and a {@code timestamp} in seconds since 1970. */
    static StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = MispBody.of(exchange.request());
        var seen = body.texts("values").stream()
                .flatMap(value -> world.objects(Attributes.ATTRIBUTE).list("value", value, false, null))
                .toList();
        if (seen.isEmpty()) {
            throw MispError.notSaved("Sighting", "values", "No valid attributes found.", exchange.request());
        }
        var time = body.text("timestamp", String.valueOf(world.nowSeconds()));
        seen.forEach(attribute -> keep(world, attribute, time));
        var message = seen.size() + " sighting(s) successfully added.";
        var saved = Json.object()
                .put("saved", true)
                .put("success", true)
                .put("name", message)
                .put("message", message)
                .put("url", exchange.request().path());
        return MispError.json(200, saved);
    }

    private static void keep(World world, ObjectNode attribute, String time) {
        world.objects(SIGHTING)
                .put(Json.object()
                        .put("id", EventTable.freeId(world.objects(SIGHTING), world))
                        .put("attribute_id", attribute.path("id").asText())
                        .put("event_id", attribute.path("event_id").asText())
                        .put("org_id", "1")
                        .put("date_sighting", time)
                        .put("source", "")
                        .put("type", "0"));
    }

    /** The sightings of an attribute. */
    static ArrayNode of(World world, String attribute) {
        var sightings = Json.object().putArray("Sighting");
        world.objects(SIGHTING).list("attribute_id", attribute, false, null).forEach(sightings::add);
        return sightings;
    }
}
