package dev.treaty.consumer.fleettracking.vehicle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a vehicle was.
 *
 * @param time when it was measured
 * @param latitude in degrees
 * @param longitude in degrees
 * @param headingDegrees clockwise from north
 * @param place the nearest address, if Samsara knows one
 */
public record Position(
        Instant time,
        double latitude,
        double longitude,
        double headingDegrees,
        double speedMilesPerHour,
        @JsonProperty("reverseGeo") Optional<Place> place) {

    /**
     * The nearest address.
     *
     * @param formattedLocation for people, e.g. {@code "1 Market St, San Francisco, CA"}
     */
    public record Place(String formattedLocation) {}
}
