package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import java.util.Collections;
import java.util.List;

/**
 * The way from stop to stop, with what the driver is told.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/directions/">Mapbox, Directions API</a>
 */
public final class Navigator {

    private static final int MOST_STOPS = 25;

    private final MapboxConnection connection;
    private final Profile profile;

    Navigator(MapboxConnection connection, Profile profile) {
        this.connection = connection;
        this.profile = profile;
    }

    /**
     * Looks for the way.
     *
     * @param stops from 2 to 25, in the order in which to go there
     */
    public Navigation way(List<Coordinate> stops, Side side) {
        if (stops.size() < 2 || stops.size() > MOST_STOPS) {
            throw new IllegalArgumentException(
                    "A way has from 2 to %d stops, not %d".formatted(MOST_STOPS, stops.size()));
        }
        var path = profile.path("directions/v5", Coordinate.path(stops));
        var reply = NavigationReply.of(connection, path, parameters(stops.size(), side));
        return reply.way()
                .<Navigation>map(way -> way.list("routes", Route.OnWire.class).stream()
                        .findFirst()
                        .<Navigation>map(route -> new Navigation.Found(route.toRoute()))
                        .orElseThrow(() -> way.unreadable("has no route")))
                .orElseGet(() ->
                        reply.code().equals("NoSegment") ? new Navigation.NoRoadNear() : new Navigation.NoRoute());
    }

    private static Query parameters(int stops, Side side) {
        var parameters =
                Query.of("geometries", "polyline6").and("overview", "full").and("steps", true);
        return side == Side.ANY
                ? parameters
                : parameters.and("approaches", String.join(";", Collections.nCopies(stops, side.approach())));
    }
}
