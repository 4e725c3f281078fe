package dev.treaty.stubs.mapbox.place;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.vendor.world.Json;

/**
 * An address and where it is.
 *
 * @param street with its number, e.g. {@code "Pariser Platz 1"}
 * @param place the town, e.g. {@code "Berlin"}
 * @param country its code, e.g. {@code "DE"}
 * @param confidence how well it matches what was asked for: exact, high, medium or low
 */
record KnownPlace(
        String street, String postcode, String place, String country, Coordinate coordinate, String confidence) {

    /** E.g. {@code "Pariser Platz 1, 10117 Berlin"}. */
    String fullAddress() {
        return street + ", " + placeFormatted();
    }

    String placeFormatted() {
        return (postcode + " " + place).strip();
    }

    static KnownPlace of(ObjectNode stored) {
        return new KnownPlace(
                stored.path("street").asText(),
                stored.path("postcode").asText(),
                stored.path("place").asText(),
                stored.path("country").asText(),
                new Coordinate(
                        stored.path("longitude").asDouble(),
                        stored.path("latitude").asDouble()),
                stored.path("confidence").asText("exact"));
    }

    ObjectNode toStored() {
        return Json.object()
                .put("street", street)
                .put("postcode", postcode)
                .put("place", place)
                .put("country", country)
                .put("longitude", coordinate.longitude())
                .put("latitude", coordinate.latitude())
                .put("confidence", confidence);
    }
}
