package dev.treaty.stubs.mapbox.place;

import dev.treaty.stubs.mapbox.api.Coordinate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Some real addresses and the centers of some towns, from public maps; everything else is made up. */
final class Gazetteer {

    private static final List<KnownPlace> ADDRESSES = List.of(
            address("Pariser Platz 1", "10117", "Berlin", "DE", 13.378919, 52.516667),
            address("1600 Pennsylvania Avenue NW", "20500", "Washington", "US", -77.036547, 38.897676),
            address("10 Downing Street", "SW1A 2AA", "London", "GB", -0.127625, 51.503346),
            address("350 5th Avenue", "10118", "New York", "US", -73.985428, 40.748817));

    private static final List<KnownPlace> TOWNS = List.of(
            address("", "10117", "Berlin", "DE", 13.388860, 52.517037),
            address("", "20500", "Washington", "US", -77.036560, 38.895037),
            address("", "SW1A 2AA", "London", "GB", -0.127758, 51.507351),
            address("", "10118", "New York", "US", -74.005973, 40.712775),
            address("", "97477", "Springfield", "US", -123.022029, 44.046236));

    private Gazetteer() {}

    private static KnownPlace address(
            String street, String postcode, String place, String country, double longitude, double latitude) {
        return new KnownPlace(street, postcode, place, country, new Coordinate(longitude, latitude), "exact");
    }

    /** The address whose street a query names. */
    static Optional<KnownPlace> address(String query) {
        return named(ADDRESSES, query, true);
    }

    /** The town that a query names. */
    static Optional<KnownPlace> town(String query) {
        return named(TOWNS, query, false);
    }

    private static Optional<KnownPlace> named(List<KnownPlace> places, String query, boolean byStreet) {
        var text = query.toLowerCase(Locale.ROOT);
        return places.stream()
                .filter(place -> text.contains((byStreet ? place.street() : place.place()).toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The address that is nearest. */
    static KnownPlace nearestAddress(Coordinate coordinate) {
        return nearest(ADDRESSES, coordinate);
    }

    /** The town that is nearest; the first one stands for all that are far. */
    static KnownPlace nearestTown(Coordinate coordinate) {
        return nearest(TOWNS, coordinate);
    }

    private static KnownPlace nearest(List<KnownPlace> places, Coordinate coordinate) {
        return places.stream()
                .min(Comparator.comparingDouble(place -> place.coordinate().distanceTo(coordinate)))
                .orElseThrow();
    }
}
