package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Set;

/**
 * Ways from place to place, in the order of the request.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/directions/">Mapbox, Directions API</a>
 */
final class Directions {

    private static final String PATH = "/directions/v5/{user}/{profile}";
    private static final int MOST_COORDINATES = 25;
    private static final Set<String> KNOWN =
            Set.of("geometries", "overview", "steps", "annotations", "alternatives", "continue_straight");

    private Directions() {}

    static void addTo(RouteTable<RouteHandler> routes) {
        routes.add(
                "GET " + PATH + "/{coordinates}", exchange -> answer(exchange, NavigationRequest.of(exchange, KNOWN)));
        routes.add("POST " + PATH, exchange -> answer(exchange, NavigationRequest.ofForm(exchange, KNOWN)));
    }

    private static StubResponse answer(Exchange exchange, NavigationRequest request) {
        var places = Coordinate.list(request.coordinates(), 2, MOST_COORDINATES);
        var writer = new RouteWriter(request.profile(), request.parameters());
        var roads = new Roads(exchange.world());
        roads.requireRoads(places);
        for (var i = 0; i + 1 < places.size(); i++) {
            if (!roads.isConnected(places.get(i), places.get(i + 1))) {
                throw MapboxError.noAnswer("NoRoute", "No route found");
            }
        }
        var body = Json.object()
                .put("code", "Ok")
                .put("uuid", "treaty-" + exchange.world().nextNumber());
        body.putArray("routes").add(writer.route(places));
        var waypoints = body.putArray("waypoints");
        places.forEach(place -> waypoints.add(RouteWriter.waypoint(place)));
        return MapboxError.madeUp(body, "roads");
    }
}
