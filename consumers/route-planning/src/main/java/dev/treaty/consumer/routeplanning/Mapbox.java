package dev.treaty.consumer.routeplanning;

import dev.treaty.consumer.http.HttpApiException;
import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.routeplanning.connection.MapboxConnection;
import dev.treaty.consumer.routeplanning.connection.MapboxException;
import dev.treaty.consumer.routeplanning.connection.MapboxToken;
import java.net.URI;
import java.time.InstantSource;

/**
 * Mapbox, by subject. Every call throws a {@link MapboxException} if Mapbox refuses it, and an {@link HttpApiException} if there is no
 * response, or one that cannot be read. Safe to share between threads.
 */
public final class Mapbox {

    private final MapboxConnection connection;

    /**
     * A client that connects on the first call.
     *
     * @param server {@code https://api.mapbox.com}, or what stands in for it
     * @param clock by which the client pauses after too many requests
     * @throws IllegalArgumentException if the server is not an HTTP address
     */
    public Mapbox(URI server, MapboxToken token, Timeouts timeouts, InstantSource clock) {
        this.connection = new MapboxConnection(server, token, timeouts, clock);
    }

    /** Where addresses are, and what the address of a place is. What it finds may be kept. */
    public Geocoder geocoder() {
        return new Geocoder(connection);
    }

    /** How long it takes from place to place. */
    public TravelTimes travelTimes(Profile profile) {
        return new TravelTimes(connection, profile);
    }

    /** The best order of stops. */
    public TripPlanner trips(Profile profile) {
        return new TripPlanner(connection, profile);
    }

    /** The way from stop to stop. */
    public Navigator navigator(Profile profile) {
        return new Navigator(connection, profile);
    }
}
