package dev.treaty.consumer.routeplanning;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.routeplanning.connection.MapboxToken;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** What the tests share: a depot, stops, a token, and how the client connects. */
final class MapboxFixture {

    static final String TOKEN = "pk.test0000000042";

    /** What the vendor must accept: any token. */
    static final String TOKEN_REGEX = "[pst]k\\..+";

    static final String FORWARD = "/search/geocode/v6/forward";

    /** The rest of each search. */
    static final String SEARCH = "&limit=1&permanent=true&autocomplete=false";

    static final Coordinate DEPOT = new Coordinate(13.378919, 52.516667);
    static final Coordinate NORTH = new Coordinate(13.376, 52.5251);
    static final Coordinate EAST = new Coordinate(13.4094, 52.5208);
    static final Coordinate SEA = new Coordinate(3.5, 56.5);
    static final Coordinate ISLAND = new Coordinate(-16.9241, 32.6669);

    /** Long enough for a busy machine. */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20));

    private MapboxFixture() {}

    static Mapbox at(MockServer mapbox) {
        return at(URI.create(mapbox.getUrl()), TOKEN, Examples.CLOCK);
    }

    static Mapbox at(URI mapbox, String token, InstantSource clock) {
        return new Mapbox(mapbox, new MapboxToken(token), TIMEOUTS, clock);
    }

    /** A GET with a token. */
    static PactDslRequestWithPath get(PactDslWithState state, String description, String path, String query) {
        return withToken(state.uponReceiving(description)
                .method("GET")
                .path(path)
                .headers(Map.of("Accept", "application/json"))
                .query(query));
    }

    static PactDslRequestWithPath withToken(PactDslRequestWithPath request) {
        return request.matchQuery("access_token", TOKEN_REGEX, TOKEN);
    }

    /** The parameters of a state about a place. */
    static Map<String, Object> place(Coordinate place) {
        return Map.of("longitude", place.longitude(), "latitude", place.latitude());
    }
}
