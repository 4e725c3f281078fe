package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.route.RouteStep.Kind;
import dev.treaty.stubs.samsara.vehicle.GeoPoint;
import dev.treaty.stubs.samsara.vehicle.Journey;
import dev.treaty.stubs.samsara.vehicle.Leg;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a vehicle will follow a route: straight from stop to stop, so that it arrives when it is scheduled to, or as soon as it can. It
 * stays at each stop for a while. The plan is made of drives, which the vehicle's journey keeps, and of what happens on the way.
 */
final class RoutePlan {

    private static final Duration STAY = Duration.ofMinutes(5);
    private static final Set<String> DONE = Set.of("arrived", "departed", "skipped");

    private final World world;
    private final ObjectNode route;
    private final ObjectNode vehicle;
    private final List<RouteStep> steps = new ArrayList<>();
    private Instant free;
    private GeoPoint place;

    private RoutePlan(World world, ObjectNode route, ObjectNode vehicle, Instant earliest) {
        this.world = world;
        this.route = route;
        this.vehicle = vehicle;
        var journey = Journey.of(world, vehicle);
        this.free = later(journey.end().plusMillis(1), earliest);
        this.place = journey.at(free);
    }

    /**
     * Makes a plan, and has the vehicle drive by it.
     *
     * @param earliest when the vehicle may leave
     * @return what will happen, in order
     */
    static List<RouteStep> make(World world, ObjectNode route, ObjectNode vehicle, Instant earliest) {
        var plan = new RoutePlan(world, route, vehicle, earliest);
        plan.make();
        return plan.steps;
    }

    private void make() {
        var previous = "";
        for (var stop : route.path("stops")) {
            if (!DONE.contains(stop.path("state").asText())) {
                driveTo((ObjectNode) stop, previous);
            }
            previous = stop.path("id").asText();
        }
        var endsWithDeparture =
                route.path("settings").path("routeCompletionCondition").asText().equals("departLastStop");
        if (endsWithDeparture && !previous.isEmpty()) {
            add(free, previous, Kind.DEPARTED, free);
        }
    }

    private void driveTo(ObjectNode stop, String previous) {
        var target = placeOf(stop);
        var duration = Leg.durationOf(place.metersTo(target));
        var departs = later(free, scheduled(stop).minus(duration));
        var arrives = departs.plus(duration);
        var id = stop.path("id").asText();
        if (!previous.isEmpty()) {
            add(departs, previous, Kind.DEPARTED, departs);
            addGeofence(previous, departs, duration, Kind.GEOFENCE_EXIT, target);
        }
        add(departs, id, Kind.EN_ROUTE, arrives);
        addGeofence(id, arrives, duration, Kind.GEOFENCE_ENTRY, place);
        add(arrives, id, Kind.ARRIVED, arrives);
        Journey.add(
                world,
                new Leg(SamsaraObjects.newId(world), vehicle.path("id").asText(), place, target, departs, arrives));
        place = target;
        free = later(arrives.plus(STAY), time(stop, "scheduledDepartureTime", Instant.MIN));
    }

    /** When the vehicle crosses the circle around a stop, if the drive is long enough. */
    private void addGeofence(String stopId, Instant atStop, Duration drive, Kind kind, GeoPoint otherEnd) {
        var stop = RouteObjects.stop(route, stopId);
        var address = Addresses.of(world).find(stop.path("address").path("id").asText());
        if (address.isEmpty()) {
            return;
        }
        var radius = Addresses.radiusMeters(address.get());
        var meters = placeOf(stop).metersTo(otherEnd);
        if (radius > 0 && radius < meters) {
            var inside = Duration.ofMillis(Math.round(drive.toMillis() * radius / meters));
            add(kind == Kind.GEOFENCE_EXIT ? atStop.plus(inside) : atStop.minus(inside), stopId, kind, atStop);
        }
    }

    private void add(Instant at, String stop, Kind kind, Instant eta) {
        steps.add(new RouteStep(
                at, route.path("id").asText(), route.path(RouteObjects.PLAN).asInt(), stop, kind, eta));
    }

    private GeoPoint placeOf(JsonNode stop) {
        return stop.has("singleUseLocation")
                ? GeoPoint.of(stop.path("singleUseLocation"))
                : GeoPoint.of(stop.path("_place"));
    }

    private static Instant scheduled(ObjectNode stop) {
        return time(stop, "scheduledArrivalTime", time(stop, "scheduledDepartureTime", Instant.EPOCH));
    }

    private static Instant time(ObjectNode stop, String name, Instant otherwise) {
        return stop.has(name) ? Instant.parse(stop.path(name).asText()) : otherwise;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The vehicle of a route that has one. */
    static ObjectNode vehicleOf(World world, ObjectNode route) {
        return Vehicles.of(world).get(route.path("vehicle").path("id").asText());
    }
}
