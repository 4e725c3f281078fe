package dev.treaty.consumer.routeplanning;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A place that Mapbox knows.
 *
 * @param address for people, e.g. {@code "Pariser Platz 1, 10117 Berlin"}
 */
public record Place(String address, Coordinate coordinate) {

    /** Places as Mapbox sends them (GeoJSON), the best first. */
    record Collection(List<Feature> features) {

        Optional<Feature> best() {
            return features.stream().findFirst();
        }
    }

    /** One place of them. */
    record Feature(Properties properties) {

        Place toPlace() {
            var coordinates = properties.coordinates();
            return new Place(
                    properties.fullAddress().or(properties::name).orElse(""),
                    new Coordinate(coordinates.longitude(), coordinates.latitude()));
        }

        /** How sure Mapbox is; it does not say for the address of a coordinate. */
        Optional<String> confidence() {
            return properties.matchCode().map(MatchCode::confidence);
        }
    }

    /** What is said of a place. */
    record Properties(
            @JsonProperty("full_address") Optional<String> fullAddress,
            Optional<String> name,
            Position coordinates,
            @JsonProperty("match_code") Optional<MatchCode> matchCode) {}

    /** Where it is. */
    record Position(double longitude, double latitude) {}

    /** How well it matches. */
    record MatchCode(String confidence) {}
}
