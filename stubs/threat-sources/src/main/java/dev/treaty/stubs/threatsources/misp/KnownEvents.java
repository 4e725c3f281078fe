package dev.treaty.stubs.threatsources.misp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The events of an instance of MISP that nobody has added any to ({@code events.json}). */
final class KnownEvents {

    private static final String OPEN = "open";
    private static final JsonNode EVENTS = read();

    private KnownEvents() {}

    /** Gives a new world its events. */
    static void open(World world) {
        if (world.value(OPEN).isPresent()) {
            return;
        }
        world.setValue(OPEN, Json.object());
        for (var known : EVENTS) {
            var event = EventTable.create(
                    world, EventTable.freeId(world.objects(EventTable.EVENT), world), new MispBody(known));
            for (var attribute : known.path("Attribute")) {
                Attributes.keep(world, event, new MispBody(attribute));
            }
        }
    }

    private static JsonNode read() {
        try (var stream = KnownEvents.class.getResourceAsStream("events.json")) {
            if (stream == null) {
                throw new IllegalStateException("events.json is missing");
            }
            return Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
