package dev.treaty.stubs.mapbox.road;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.mapbox.api.Parameters;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The best order of places.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/optimization-v1/">Mapbox, Optimization API v1</a>
 */
final class Optimization {

    private static final int MOST_COORDINATES = 12;
    private static final Set<String> KNOWN = Set.of(
            "geometries", "overview", "steps", "annotations", "roundtrip", "source", "destination", "distributions");

    private Optimization() {}

    static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET /optimized-trips/v1/{user}/{profile}/{coordinates}", Optimization::answer);
    }

    private static StubResponse answer(Exchange exchange) {
        var request = NavigationRequest.of(exchange, KNOWN);
        var places = Coordinate.list(request.coordinates(), 2, MOST_COORDINATES);
        var writer = new RouteWriter(request.profile(), request.parameters());
        var isRoundTrip = isRoundTrip(request.parameters());
        var before = before(request.parameters().text("distributions", ""), places.size());
        var roads = new Roads(exchange.world());
        roads.requireRoads(places);
        if (places.stream().anyMatch(place -> !roads.isConnected(places.get(0), place))) {
            throw noTrip();
        }
        var order = ShortestTrip.of(places, isRoundTrip, before);
        if (order.isEmpty()) {
            throw noTrip();
        }
        return MapboxError.madeUp(trip(places, order, isRoundTrip, writer), "roads");
    }

    private static RuntimeException noTrip() {
        return MapboxError.noAnswer("NoTrips", "No trip visiting all destinations possible.");
    }

    /** A trip that is no round trip has a fixed beginning and end. */
    private static boolean isRoundTrip(Parameters parameters) {
        var isRoundTrip =
                parameters.oneOf("roundtrip", "true", Set.of("true", "false")).equals("true");
        var source = parameters.oneOf("source", "any", Set.of("any", "first"));
        var destination = parameters.oneOf("destination", "any", Set.of("any", "last"));
        if (!isRoundTrip && !(source.equals("first") && destination.equals("last"))) {
            throw MapboxError.notCovered("roundtrip=false without source=first and destination=last");
        }
        if (isRoundTrip && destination.equals("last")) {
            throw MapboxError.notCovered("roundtrip=true with destination=last");
        }
        return isRoundTrip;
    }

    /** @param distributions {@code "3,1;5,2"}: the third place comes before the first, the fifth before the second, counted from 0 */
    private static int[] before(String distributions, int places) {
        var before = new int[places];
        for (var pair : distributions.isEmpty() ? new String[0] : distributions.split(";", -1)) {
            if (!pair.matches("\\d{1,2},\\d{1,2}")) {
                throw MapboxError.invalidInput("distributions must be pairs of indexes, e.g. 3,1;5,2");
            }
            var pickUp = Integer.parseInt(pair.substring(0, pair.indexOf(',')));
            var dropOff = Integer.parseInt(pair.substring(pair.indexOf(',') + 1));
            if (pickUp >= places || dropOff >= places || pickUp == dropOff) {
                throw MapboxError.invalidInput("distributions must be pairs of different indexes of coordinates");
            }
            before[dropOff] |= 1 << pickUp;
        }
        return before;
    }

    private static ObjectNode trip(
            List<Coordinate> places, List<Integer> order, boolean isRoundTrip, RouteWriter writer) {
        var body = Json.object().put("code", "Ok");
        var waypoints = body.putArray("waypoints");
        for (var i = 0; i < places.size(); i++) {
            waypoints.add(RouteWriter.waypoint(places.get(i))
                    .put("waypoint_index", order.indexOf(i))
                    .put("trips_index", 0));
        }
        var way = new ArrayList<>(order.stream().map(places::get).toList());
        if (isRoundTrip) {
            way.add(way.get(0));
        }
        body.putArray("trips").add(writer.route(way));
        return body;
    }
}
