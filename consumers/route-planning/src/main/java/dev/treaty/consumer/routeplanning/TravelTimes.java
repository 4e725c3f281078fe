package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import java.util.List;

/**
 * How long it takes from place to place.
 *
 * @see <a href="https://docs.mapbox.com/api/navigation/matrix/">Mapbox, Matrix API</a>
 */
public final class TravelTimes {

    private static final int MOST_PLACES = 25;

    private final MapboxConnection connection;
    private final Profile profile;

    TravelTimes(MapboxConnection connection, Profile profile) {
        this.connection = connection;
        this.profile = profile;
    }

    /**
     * The travel times between all of these places, in both directions.
     *
     * @param places from 2 to 25
     */
    public TravelMatrix between(List<Coordinate> places) {
        if (places.size() < 2 || places.size() > MOST_PLACES) {
            throw new IllegalArgumentException(
                    "A matrix has from 2 to %d places, not %d".formatted(MOST_PLACES, places.size()));
        }
        var path = profile.path("directions-matrix/v1", Coordinate.path(places));
        var reply = connection.get(path, Query.of("annotations", "duration"));
        var matrix = reply.read(TravelMatrix.OnWire.class).toMatrix();
        if (matrix.rows().size() != places.size()
                || matrix.rows().stream().anyMatch(row -> row.size() != places.size())) {
            throw reply.unreadable("has a matrix of another size than the places");
        }
        return matrix;
    }
}
