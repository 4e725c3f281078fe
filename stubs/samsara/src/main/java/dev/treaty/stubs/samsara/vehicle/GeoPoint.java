package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A place on Earth.
 *
 * @param latitude in degrees
 * @param longitude in degrees
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double EARTH_RADIUS_METERS = 6_371_000;

    /** Six digits are a tenth of a meter. */
    private static final double PRECISION = 1e6;

    private static final int FULL_CIRCLE = 360;

    /** What {@code latitude} and {@code longitude} of an object say. */
    public static GeoPoint of(JsonNode object) {
        return new GeoPoint(
                object.path("latitude").asDouble(), object.path("longitude").asDouble());
    }

    /** How far it is to another place, on a sphere. */
    public double metersTo(GeoPoint other) {
        var dLatitude = Math.toRadians(other.latitude - latitude) / 2;
        var dLongitude = Math.toRadians(other.longitude - longitude) / 2;
        var haversine = Math.pow(Math.sin(dLatitude), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(dLongitude), 2);
        return 2 * EARTH_RADIUS_METERS * Math.asin(Math.min(1, Math.sqrt(haversine)));
    }

    /**
     * A place on the way to another.
     *
     * @param part of the way, from 0 to 1
     */
    public GeoPoint towards(GeoPoint other, double part) {
        return new GeoPoint(
                latitude + (other.latitude - latitude) * part, longitude + (other.longitude - longitude) * part);
    }

    /** In which direction another place is, in whole degrees clockwise from north. */
    public long headingTo(GeoPoint other) {
        var east = (other.longitude - longitude) * Math.cos(Math.toRadians(latitude));
        var degrees = Math.round(Math.toDegrees(Math.atan2(east, other.latitude - latitude)));
        return Math.floorMod(degrees, (long) FULL_CIRCLE);
    }

    /** Puts {@code latitude} and {@code longitude} into an object. */
    public ObjectNode putInto(ObjectNode object) {
        return object.put("latitude", Math.round(latitude * PRECISION) / PRECISION)
                .put("longitude", Math.round(longitude * PRECISION) / PRECISION);
    }
}
