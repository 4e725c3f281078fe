package dev.treaty.stubs.mapbox.road;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Travel times and distances between places; null where no road leads.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/matrix/">Mapbox, Matrix API</a>
 */
final class Matrix {

    private static final Set<String> KNOWN = Set.of("annotations", "sources", "destinations");
    private static final int TENTHS = 1;

    private final Profile profile;
    private final Roads roads;
    private final List<Coordinate> sources;
    private final List<Coordinate> destinations;

    private Matrix(Profile profile, Roads roads, List<Coordinate> sources, List<Coordinate> destinations) {
        this.profile = profile;
        this.roads = roads;
        this.sources = sources;
        this.destinations = destinations;
    }

    static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET /directions-matrix/v1/{user}/{profile}/{coordinates}", Matrix::answer);
    }

    private static StubResponse answer(Exchange exchange) {
        var request = NavigationRequest.of(exchange, KNOWN);
        var places = Coordinate.list(request.coordinates(), 2, request.profile().largestMatrix());
        var roads = new Roads(exchange.world());
        roads.requireRoads(places);
        var parameters = request.parameters();
        var matrix = new Matrix(
                request.profile(),
                roads,
                chosen(places, parameters.text("sources", "all"), "sources"),
                chosen(places, parameters.text("destinations", "all"), "destinations"));
        return MapboxError.madeUp(matrix.toJson(parameters.text("annotations", "duration")), "roads");
    }

    /** @param indexes {@code "all"}, or {@code "0;2"} */
    private static List<Coordinate> chosen(List<Coordinate> places, String indexes, String name) {
        if (indexes.equals("all")) {
            return places;
        }
        var chosen = new ArrayList<Coordinate>();
        for (var index : indexes.split(";", -1)) {
            if (!index.matches("\\d{1,2}") || Integer.parseInt(index) >= places.size()) {
                throw MapboxError.invalidInput("%s must be all, or indexes of coordinates".formatted(name));
            }
            chosen.add(places.get(Integer.parseInt(index)));
        }
        return chosen;
    }

    private ObjectNode toJson(String annotations) {
        var body = Json.object().put("code", "Ok");
        for (var annotation : annotations.split(",", -1)) {
            switch (annotation) {
                case "duration" -> body.set("durations", table(true));
                case "distance" -> body.set("distances", table(false));
                default -> throw MapboxError.invalidInput("annotations must be duration, distance, or both");
            }
        }
        body.set("sources", waypoints(sources));
        body.set("destinations", waypoints(destinations));
        return body;
    }

    private ArrayNode table(boolean isTime) {
        var table = Json.object().arrayNode();
        for (var from : sources) {
            var row = table.addArray();
            for (var to : destinations) {
                if (roads.isConnected(from, to)) {
                    var meters = Roads.distance(from, to);
                    row.add(Coordinate.rounded(isTime ? profile.duration(meters) : meters, TENTHS));
                } else {
                    row.addNull();
                }
            }
        }
        return table;
    }

    private static ArrayNode waypoints(List<Coordinate> places) {
        var waypoints = Json.object().arrayNode();
        places.forEach(place -> waypoints.add(RouteWriter.waypoint(place)));
        return waypoints;
    }
}
