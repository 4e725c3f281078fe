package dev.treaty.stubs.mapbox.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.treaty.stubs.vendor.world.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place on earth (WGS 84).
 *
 * @param longitude in degrees, from -180 to 180
 * @param latitude in degrees, from -90 to 90
 */
public record Coordinate(double longitude, double latitude) {

    private static final double EARTH_RADIUS_METERS = 6_371_008.8;
    private static final int DIGITS = 6;

    /** Reads {@code "13.377722,52.516272"}; empty if it is something else. */
    public static Optional<Coordinate> of(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            var coordinate = new Coordinate(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            return coordinate.isOnEarth() ? Optional.of(coordinate) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private boolean isOnEarth() {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    /**
     * Reads {@code "13.37,52.51;13.40,52.52"}.
     *
     * @throws dev.treaty.stubs.vendor.VendorError 422 if it is something else, or has fewer or more than permitted
     */
    public static List<Coordinate> list(String text, int fewest, int most) {
        var coordinates = new ArrayList<Coordinate>();
        for (var part : text.split(";", -1)) {
            coordinates.add(of(part).orElseThrow(() -> MapboxError.invalidInput(
                    "Coordinate is invalid: %s; it must be longitude,latitude".formatted(part))));
        }
        if (coordinates.size() < fewest || coordinates.size() > most) {
            throw MapboxError.invalidInput("The number of coordinates must be between %d and %d, and is %d"
                    .formatted(fewest, most, coordinates.size()));
        }
        return coordinates;
    }

    /** Meters along a great circle (haversine formula). */
    public double distanceTo(Coordinate other) {
        var latitudes = Math.toRadians(other.latitude - latitude);
        var longitudes = Math.toRadians(other.longitude - longitude);
        var half = Math.pow(Math.sin(latitudes / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(longitudes / 2), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(half)));
    }

    /** {@code [longitude, latitude]}, with six digits. */
    public ArrayNode toJson() {
        return Json.object().arrayNode().add(rounded(longitude, DIGITS)).add(rounded(latitude, DIGITS));
    }

    /** A number with at most so many digits after its point. */
    public static double rounded(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).doubleValue();
    }
}
