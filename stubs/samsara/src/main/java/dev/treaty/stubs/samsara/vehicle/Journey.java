package dev.treaty.stubs.samsara.vehicle;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that a vehicle has driven and will drive. What is past never changes, so that everything that a vehicle measures can be computed
 * from it, at any time, and a feed tells it once.
 */
public final class Journey {

    private static final ObjectKind LEGS = ObjectKind.of("leg", "vehicle");

    private final ObjectTable table;
    private final ObjectNode vehicle;
    private final List<Leg> legs;

    private Journey(World world, ObjectNode vehicle) {
        this.table = world.objects(LEGS);
        this.vehicle = vehicle;
        this.legs = table.list("vehicle", vehicle.path("id").asText(), false, null)
                .map(Leg::of)
                .sorted(Comparator.comparing(Leg::departs))
                .toList();
    }

    public static Journey of(World world, ObjectNode vehicle) {
        return new Journey(world, vehicle);
    }

    /** Adds a drive, which must begin after all others. */
    public static void add(World world, Leg leg) {
        world.objects(LEGS).put(leg.toJson());
    }

    /** Since when the vehicle measures. */
    Instant start() {
        return Instant.parse(vehicle.path("_since").asText());
    }

    List<Leg> legs() {
        return legs;
    }

    /** The last drive that had begun at a time. */
    Optional<Leg> lastLeg(Instant time) {
        return legs.stream().filter(leg -> !leg.departs().isAfter(time)).reduce((first, second) -> second);
    }

    /** Where the vehicle is at a time. */
    public GeoPoint at(Instant time) {
        return lastLeg(time).map(leg -> leg.at(time)).orElseGet(() -> GeoPoint.of(vehicle.path("_home")));
    }

    /** When the vehicle has done all that it has to do. */
    public Instant end() {
        return legs.isEmpty() ? start() : legs.get(legs.size() - 1).arrives();
    }

    /** How far the vehicle has driven until a time. */
    double metersUntil(Instant time) {
        return legs.stream().mapToDouble(leg -> leg.meters() * leg.part(time)).sum();
    }

    /** Ends what is under way, and forgets what has not begun. */
    public void stop(Instant now) {
        // Later than every cursor that was given out until now.
        var end = now.plus(Duration.ofMillis(1));
        for (var leg : legs) {
            if (!leg.departs().isBefore(end)) {
                table.remove(leg.id());
            } else if (leg.arrives().isAfter(end)) {
                table.put(leg.endingAt(end).toJson());
            }
        }
    }

    /** Forgets everything. */
    void remove() {
        legs.forEach(leg -> table.remove(leg.id()));
    }
}
