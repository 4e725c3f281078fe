package dev.treaty.stubs.mapbox.place;

import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Finds places: those that a test has set, then some real addresses, and then addresses that are made up, always at the same place. An
 * address with a number is found with high confidence; one without is only roughly known; words without vowels are no address.
 */
public final class Geocoder {

    private static final ObjectKind PLACE = ObjectKind.of("place");
    private static final Pattern VOWEL = Pattern.compile("(?i).*[aeiouyäöü].*");
    private static final Pattern NUMBER = Pattern.compile(".*\\d.*");
    private static final Pattern POSTCODE = Pattern.compile("\\b\\d{5}\\b");
    private static final double NEAR_METERS = 100;
    private static final double DEGREES_AROUND_A_TOWN = 0.03;

    private final World world;

    /** Of a world. */
    public Geocoder(World world) {
        this.world = world;
    }

    /** Sets where an address is, or with no place that nobody knows it. */
    void set(String query, Optional<KnownPlace> place) {
        var stored = place.map(KnownPlace::toStored).orElseGet(Json::object);
        world.objects(PLACE).put(stored.put("id", key(query)).put("isKnown", place.isPresent()));
    }

    /**
     * Has an address be known, with some confidence.
     *
     * @param confidence exact, high, medium or low
     */
    public void know(String query, Coordinate coordinate, String confidence) {
        set(query, Optional.of(made(query, coordinate, confidence)));
    }

    /** Has nobody know an address. */
    public void forget(String query) {
        set(query, Optional.empty());
    }

    /** The place that a query names; empty if there is none. */
    Optional<KnownPlace> find(String query) {
        var set = world.objects(PLACE).find(key(query));
        if (set.isPresent()) {
            return set.filter(stored -> stored.path("isKnown").asBoolean()).map(KnownPlace::of);
        }
        return Gazetteer.address(query).or(() -> madeUp(query));
    }

    private static String key(String query) {
        return query.toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", " ").strip();
    }

    private static Optional<KnownPlace> madeUp(String query) {
        if (!VOWEL.matcher(query).matches()) {
            return Optional.empty();
        }
        var town = Gazetteer.town(query).orElseGet(() -> Gazetteer.nearestTown(new Coordinate(0, 0)));
        var random = new Random(key(query).hashCode());
        var coordinate = new Coordinate(
                Coordinate.rounded(town.coordinate().longitude() + around(random), 6),
                Coordinate.rounded(town.coordinate().latitude() + around(random), 6));
        return Optional.of(made(query, coordinate, NUMBER.matcher(query).matches() ? "high" : "low"));
    }

    private static double around(Random random) {
        return (2 * random.nextDouble() - 1) * DEGREES_AROUND_A_TOWN;
    }

    private static KnownPlace made(String query, Coordinate coordinate, String confidence) {
        var town = Gazetteer.town(query).orElseGet(() -> Gazetteer.nearestTown(coordinate));
        var postcode = POSTCODE.matcher(query);
        return new KnownPlace(
                query.split(",", 2)[0].strip(),
                postcode.find() ? postcode.group() : town.postcode(),
                town.place(),
                town.country(),
                coordinate,
                confidence);
    }

    /** The address of a place: one that is near, or one that is made up. */
    KnownPlace at(Coordinate coordinate) {
        var near = Gazetteer.nearestAddress(coordinate);
        if (near.coordinate().distanceTo(coordinate) <= NEAR_METERS) {
            return near;
        }
        var town = Gazetteer.nearestTown(coordinate);
        var number = 1 + Math.floorMod(coordinate.hashCode(), 200);
        return new KnownPlace(
                number + " Example Street", town.postcode(), town.place(), town.country(), coordinate, "exact");
    }
}
