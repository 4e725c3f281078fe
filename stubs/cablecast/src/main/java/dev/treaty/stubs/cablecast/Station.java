package dev.treaty.stubs.cablecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.CablecastTime;
import dev.treaty.stubs.cablecast.resource.ResourceTypes;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A station: what it has when nobody has changed anything yet ({@code station.json}), and what it says about itself. */
final class Station {

    private static final String OPEN = "open";
    private static final JsonNode NEW_STATION = read();

    private Station() {}

    /** Gives a new station what it has from the start. */
    static void open(World world) {
        if (world.value(OPEN).isPresent()) {
            return;
        }
        world.setValue(OPEN, Json.object());
        var resources = new Resources(world);
        for (var type : ResourceTypes.all()) {
            for (var resource : NEW_STATION.path(type.path())) {
                resources.create(type.singular(), (ObjectNode) resource);
            }
        }
    }

    static StubResponse info(World world) {
        var body = Json.object();
        body.putObject("systemInfo")
                .put("siteName", "Treaty's station")
                .put("cablecastVersion", "7.0.0")
                .put("cablecastFriendlyVersion", "7.0")
                .put("updatesAvailable", false)
                .put("updateInProgress", false)
                .put("timestamp", CablecastTime.write(world.now()));
        return CablecastError.json(200, body);
    }

    private static JsonNode read() {
        try (var stream = Station.class.getResourceAsStream("station.json")) {
            if (stream == null) {
                throw new IllegalStateException("station.json is missing");
            }
            return Json.parse(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
