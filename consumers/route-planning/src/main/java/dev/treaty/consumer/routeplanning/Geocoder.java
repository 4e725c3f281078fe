package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.Query;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where addresses are. Every request asks for results that may be kept ({@code permanent}), because stops are: Mapbox's licence forbids to
 * keep others.
 *
 * @see <a href="https://docs.mapbox.com/api/search/geocoding/#storing-geocoding-results">Mapbox, storing geocoding results</a>
 */
public final class Geocoder {

    private static final String PATH = "/search/geocode/v6";
    private static final int LARGEST_BATCH = 1_000;

    private final MapboxConnection connection;

    Geocoder(MapboxConnection connection) {
        this.connection = connection;
    }

    /**
     * Looks for an address.
     *
     * @param address as people write it
     */
    public Located locate(String address) {
        return forward(Query.of("q", address));
    }

    /** Looks for an address that is known in its parts. */
    public Located locate(StreetAddress address) {
        return forward(address.toQuery());
    }

    private Located forward(Query query) {
        var parameters = query.and("limit", 1).and("permanent", true).and("autocomplete", false);
        return Located.of(connection.get(PATH + "/forward", parameters).read(Place.Collection.class));
    }

    /** Looks for the address of a place; empty if it has none, e.g. at sea. */
    public Optional<Place> addressAt(Coordinate place) {
        var parameters = Query.of("longitude", Coordinate.digits(place.longitude()))
                .and("latitude", Coordinate.digits(place.latitude()))
                .and("permanent", true);
        return connection
                .get(PATH + "/reverse", parameters)
                .read(Place.Collection.class)
                .best()
                .map(Place.Feature::toPlace);
    }

    /**
     * Looks for many addresses, a thousand with each request.
     *
     * @return what came of each, in their order
     */
    public List<Located> locateAll(List<String> addresses) {
        var located = new ArrayList<Located>();
        for (var start = 0; start < addresses.size(); start += LARGEST_BATCH) {
            located.addAll(batch(addresses.subList(start, Math.min(start + LARGEST_BATCH, addresses.size()))));
        }
        return located;
    }

    private List<Located> batch(List<String> addresses) {
        var queries = addresses.stream()
                .map(address -> Map.of("q", address, "limit", 1, "permanent", true, "autocomplete", false))
                .toList();
        var reply = connection.post(PATH + "/batch", queries);
        var located = reply.list("batch", Place.Collection.class).stream()
                .map(Located::of)
                .toList();
        if (located.size() != addresses.size()) {
            throw reply.unreadable("has %d places for %d addresses".formatted(located.size(), addresses.size()));
        }
        return located;
    }
}
