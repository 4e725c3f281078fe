package dev.treaty.consumer.routeplanning;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.treaty.consumer.http.HttpReply;
import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The best order of stops. Mapbox takes twelve places with each request; more stops are split into several trips before anything is sent.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/optimization-v1/">Mapbox, Optimization API v1</a>
 */
public final class TripPlanner {

    /** Of one trip, beside the depot. */
    public static final int MOST_STOPS = 11;

    private final MapboxConnection connection;
    private final Profile profile;

    TripPlanner(MapboxConnection connection, Profile profile) {
        this.connection = connection;
        this.profile = profile;
    }

    /**
     * Round trips from the depot past all stops.
     *
     * @param stops at least one
     */
    public TripPlan plan(Coordinate depot, List<Coordinate> stops) {
        if (stops.isEmpty()) {
            throw new IllegalArgumentException("A trip needs at least one stop");
        }
        var trips = new ArrayList<Trip>();
        for (var group : StopGroups.of(depot, stops, MOST_STOPS)) {
            var places = new ArrayList<Coordinate>();
            places.add(depot);
            places.addAll(group);
            var parameters = Query.of("roundtrip", true).and("source", "first").and("overview", false);
            var path = profile.path("optimized-trips/v1", Coordinate.path(places));
            var reply = NavigationReply.of(connection, path, parameters);
            if (reply.way().isEmpty()) {
                return new TripPlan.Impossible(group);
            }
            trips.add(trip(group, reply.way().get()));
        }
        return new TripPlan.Planned(trips);
    }

    private static Trip trip(List<Coordinate> stops, HttpReply reply) {
        var waypoints = reply.list("waypoints", Waypoint.class);
        var order = new Coordinate[stops.size()];
        if (waypoints.size() != stops.size() + 1) {
            throw reply.unreadable("has another number of waypoints than the request");
        }
        for (var i = 1; i < waypoints.size(); i++) {
            var place = waypoints.get(i).waypointIndex() - 1;
            if (place < 0 || place >= order.length) {
                throw reply.unreadable("has no valid value at $.waypoints[%d].waypoint_index".formatted(i));
            }
            order[place] = stops.get(i - 1);
        }
        if (Arrays.asList(order).contains(null)) {
            throw reply.unreadable("has two waypoints at the same place of the trip");
        }
        var way =
                reply.list("trips", Way.class).stream().findFirst().orElseThrow(() -> reply.unreadable("has no trip"));
        var duration = Duration.ofMillis(way.duration().movePointRight(3).longValue());
        return new Trip(Arrays.asList(order), way.distance(), duration);
    }

    /** A place of the request, and when it is reached. */
    record Waypoint(@JsonProperty("waypoint_index") int waypointIndex) {}

    /** The whole way. */
    record Way(double distance, BigDecimal duration) {}
}
