package dev.treaty.stubs.cablecast.vod;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.cablecast.resource.CablecastError;
import dev.treaty.stubs.cablecast.resource.ResourceRoutes;
import dev.treaty.stubs.cablecast.resource.Resources;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import java.io.UncheckedIOException;
import java.util.List;

/** The statuses of VODs, which clients poll, and the control route that puts a VOD into a state. A status has the id of its VOD. */
public final class VodStatuses {

    private static final String STATUSES = ResourceRoutes.API + "vodstatuses";

    private VodStatuses() {}

    /**
     * Adds the routes.
     *
     * @param control where those are that tests use
     */
    public static void addTo(RouteTable<RouteHandler> routes, String control) {
        routes.add("GET " + STATUSES, VodStatuses::all);
        routes.add("GET " + STATUSES + "/{id}", VodStatuses::one);
        routes.add("POST " + control + "/vods/{id}", VodStatuses::force);
    }

    private static StubResponse all(Exchange exchange) {
        var resources = new Resources(exchange.world());
        var wanted = exchange.request().queryParameters().getOrDefault("vod", List.of());
        var body = Json.object();
        var statuses = body.putArray("vodStatuses");
        resources
                .all("vod")
                .filter(vod ->
                        wanted.isEmpty() || wanted.contains(vod.path("id").asText()))
                .forEach(vod -> statuses.add(status(resources, vod)));
        return CablecastError.json(200, body);
    }

    private static StubResponse one(Exchange exchange) {
        var resources = new Resources(exchange.world());
        var id = exchange.parameter("id");
        var vod = resources.find("vod", id).orElseThrow(() -> CablecastError.notFound("vodStatus", id));
        var body = Json.object();
        body.set("vodStatus", status(resources, vod));
        return CablecastError.json(200, body);
    }

    private static ObjectNode status(Resources resources, ObjectNode vod) {
        var status = Json.object();
        status.set("id", vod.get("id"));
        status.set("vod", vod.get("id"));
        Transcoding.showStatus(resources, vod, status);
        return status;
    }

    private static StubResponse force(Exchange exchange) {
        var resources = new Resources(exchange.world());
        var vod = resources.get("vod", exchange.parameter("id"));
        var wanted = body(exchange.request());
        var state = wanted.path("vodState").asText();
        if (VodState.of(state).isEmpty()) {
            throw CablecastError.badRequest(
                    "There is no state \"%s\": send {\"vodState\": …, \"errorMessage\": …} with one of %s."
                            .formatted(state, VodState.texts()));
        }
        Transcoding.force(resources, vod, state, wanted.path("errorMessage").asText(""));
        var body = Json.object();
        body.set("vodStatus", status(resources, vod));
        return CablecastError.json(200, body);
    }

    private static ObjectNode body(VendorRequest request) {
        try {
            return request.json() instanceof ObjectNode object ? object : Json.object();
        } catch (UncheckedIOException e) {
            throw CablecastError.badRequest("The body is not JSON.");
        }
    }
}
