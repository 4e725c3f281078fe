package dev.treaty.stubs.cablecast.vod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.ResourceRoutes;
import dev.treaty.stubs.cablecast.resource.ResourceRules;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;

/**
 * The statuses of VODs, which clients poll, and the control route that puts a VOD into a state. A status has the id of its VOD, and shows how
 * far the VOD is when it is read.
 */
public final class VodStatuses implements ResourceRules {

    private static final String STATUS = "vodStatus";
    private static final String VOD = "vod";
    private static final String STATE = "vodState";

    @Override
    public void show(Resources resources, ObjectNode stored, ObjectNode shown) {
        resources.find(VOD, stored.path(VOD).asText()).ifPresent(vod -> Transcoding.showStatus(resources, vod, shown));
    }

    /** Answers {@code POST /__treaty/vods/{id}} with {@code {"vodState": "error", "errorMessage": "…"}}. */
    public static StubResponse force(Exchange exchange, ResourceRoutes routes) {
        var resources = new Resources(exchange.world());
        var vod = resources.get(VOD, exchange.parameter("id"));
        var wanted = body(exchange.request());
        var state = wanted.path(STATE).asText();
        if (VodState.of(state).isEmpty()) {
            throw CablecastError.badRequest(
                    "There is no state \"%s\": send {\"vodState\": …, \"errorMessage\": …} with one of %s."
                            .formatted(state, VodState.texts()));
        }
        Transcoding.force(resources, vod, state, wanted.path("errorMessage").asText(""));
        return CablecastError.json(
                200, routes.shown(STATUS, resources.get(STATUS, vod.path("id").asText()), resources));
    }

    private static ObjectNode body(VendorRequest request) {
        try {
            return request.json() instanceof ObjectNode object ? object : Json.object();
        } catch (UncheckedIOException e) {
            throw CablecastError.badRequest("The body is not JSON.");
        }
    }
}
