package dev.treaty.consumer.routeplanning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A place on earth (WGS 84).
 *
 * @param longitude in degrees, from -180 to 180
 * @param latitude in degrees, from -90 to 90
 */
public record Coordinate(double longitude, double latitude) {

    private static final int DIGITS = 6;

    /** Refuses places that are not on earth, which often are latitude and longitude in the wrong order. */
    public Coordinate {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "A longitude is from -180 to 180 and a latitude from -90 to 90, but they are %s and %s"
                            .formatted(longitude, latitude));
        }
    }

    /** As Mapbox has places in a path, longitude first: {@code "13.378919,52.516667;13.4,52.5"}. */
    static String path(List<Coordinate> places) {
        return places.stream()
                .map(place -> digits(place.longitude) + "," + digits(place.latitude))
                .collect(Collectors.joining(";"));
    }

    /** Six digits are eleven centimeters. */
    static String digits(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
