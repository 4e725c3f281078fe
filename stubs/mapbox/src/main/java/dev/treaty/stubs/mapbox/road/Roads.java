package dev.treaty.stubs.mapbox.road;

import dev.treaty.stubs.mapbox.api.Coordinate;
import dev.treaty.stubs.mapbox.api.MapboxError;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Collection;

/**
 * Where roads lead: everywhere on a continent, and {@value #DETOUR} times as far as the crow flies. A test may say that a place has no
 * road, or is an island.
 */
public final class Roads {

    private static final double DETOUR = 1.3;

    /** No road is longer than that between any two places of a continent. */
    private static final double FARTHEST_METERS = 6_000_000;

    private static final double NEAR_METERS = 200;
    private static final ObjectKind EXCEPTION = ObjectKind.of("road-exception");

    private final World world;

    /** Those of a world. */
    public Roads(World world) {
        this.world = world;
    }

    /** Makes a place an island: it has roads, and none leads there from elsewhere. */
    public void isolate(Coordinate place) {
        put(place, true);
    }

    /** Takes away all roads near a place. */
    public void removeNear(Coordinate place) {
        put(place, false);
    }

    private void put(Coordinate place, boolean hasRoads) {
        world.objects(EXCEPTION)
                .put(Json.object()
                        .put("id", "exception-" + world.nextNumber())
                        .put("longitude", place.longitude())
                        .put("latitude", place.latitude())
                        .put("hasRoads", hasRoads));
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 200 with {@code NoSegment} if one of them has no road near it */
    void requireRoads(Collection<Coordinate> places) {
        if (places.stream().anyMatch(place -> isException(place, false))) {
            throw MapboxError.noAnswer("NoSegment", "Could not find a matching segment for any coordinate");
        }
    }

    boolean isConnected(Coordinate from, Coordinate to) {
        return from.distanceTo(to) <= NEAR_METERS
                || (from.distanceTo(to) <= FARTHEST_METERS && !isException(from, true) && !isException(to, true));
    }

    private boolean isException(Coordinate place, boolean hasRoads) {
        return world.objects(EXCEPTION)
                .oldestFirst()
                .filter(exception -> exception.path("hasRoads").asBoolean() == hasRoads)
                .anyMatch(exception -> place.distanceTo(new Coordinate(
                                exception.path("longitude").asDouble(),
                                exception.path("latitude").asDouble()))
                        <= NEAR_METERS);
    }

    /** Meters by road. */
    static double distance(Coordinate from, Coordinate to) {
        return from.distanceTo(to) * DETOUR;
    }
}
