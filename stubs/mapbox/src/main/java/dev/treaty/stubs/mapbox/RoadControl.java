package dev.treaty.stubs.mapbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.mapbox.road.Roads;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;

/**
 * Where there are no roads: {@code POST /__treaty/roads} with {@code {"longitude", "latitude", "roads": "none"}}, or {@code "island"} for
 * roads to which none leads.
 */
final class RoadControl {

    private static final String NONE = "none";
    private static final String ISLAND = "island";

    private RoadControl() {}

    static StubResponse set(Exchange exchange) {
        var given = body(exchange);
        var place = Coordinate.of(given.path("longitude").asText() + ","
                        + given.path("latitude").asText())
                .orElseThrow(RoadControl::invalid);
        var roads = new Roads(exchange.world());
        switch (given.path("roads").asText()) {
            case NONE -> roads.removeNear(place);
            case ISLAND -> roads.isolate(place);
            default -> throw invalid();
        }
        return MapboxError.json(
                200, Json.object().put("roads", given.path("roads").asText()));
    }

    private static JsonNode body(Exchange exchange) {
        try {
            return exchange.request().json();
        } catch (UncheckedIOException e) {
            throw invalid();
        }
    }

    private static RuntimeException invalid() {
        return MapboxError.invalidInput(
                "send e.g. {\"longitude\": 13.4, \"latitude\": 52.5, \"roads\": \"none\"}, or \"island\"");
    }
}
