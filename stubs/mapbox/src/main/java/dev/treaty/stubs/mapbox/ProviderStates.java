package dev.treaty.stubs.mapbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.place.Geocoder;
import dev.treaty.stubs.mapbox.road.Roads;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;

/**
 * The provider states of the contracts.
 *
 * @param parameters of the state
 */
record ProviderStates(World world, ObjectNode parameters) {

    private static final int REQUESTS = 300;
    private static final Duration PER = Duration.ofMinutes(1);

    /** @throws IllegalArgumentException if there is no such state */
    void bringAbout(String state) {
        switch (state) {
            case "an address is known" -> new Geocoder(world).know(text("address"), coordinate(), "exact");
            case "an address is roughly known" -> new Geocoder(world).know(text("address"), coordinate(), "low");
            case "an address is unknown" -> new Geocoder(world).forget(text("address"));
            case "a place cannot be reached by road" -> new Roads(world).isolate(coordinate());
            case "a place has no road near it" -> new Roads(world).removeNear(coordinate());
            case "a token belongs to another site" -> AccessTokens.restrict(world);
            case "the rate limit is exceeded" -> new RateLimits(world).exceed(REQUESTS, PER);
            case "roads connect places", "there is no such profile", "a token was revoked" -> {
                // always so
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private String text(String parameter) {
        return parameters.path(parameter).asText();
    }

    private Coordinate coordinate() {
        return new Coordinate(
                parameters.path("longitude").asDouble(),
                parameters.path("latitude").asDouble());
    }
}
