package dev.treaty.stubs.samsara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.api.Tokens;
import dev.treaty.stubs.samsara.driver.Drivers;
import dev.treaty.stubs.samsara.route.RouteLog;
import dev.treaty.stubs.samsara.route.RouteObjects;
import dev.treaty.stubs.samsara.route.Routes;
import dev.treaty.stubs.samsara.vehicle.GeoPoint;
import dev.treaty.stubs.samsara.vehicle.Statistics;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.samsara.webhook.Webhooks;
import dev.treaty.stubs.vendor.limit.Outage;
import dev.treaty.stubs.vendor.limit.RateLimits;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The provider states of the contracts. The ids that their parameters name are given to what they need.
 *
 * @param events tells of what happens
 */
record SamsaraStates(Events events, Vehicles vehicles, Routes routes, Webhooks webhooks) {

    private static final GeoPoint CUSTOMER = new GeoPoint(37.7949, -122.3994);
    private static final Duration ON_THE_ROAD = Duration.ofMinutes(10);
    private static final Duration A_WHOLE_DRIVE = Duration.ofMinutes(30);
    private static final Duration OUTAGE = Duration.ofMinutes(1);
    private static final int REQUESTS_PER_SECOND = 150;
    private static final int RADIUS_METERS = 100;
    private static final String CURSOR = "cursor";
    private static final String VEHICLE_ID = "vehicleId";

    /** @throws IllegalArgumentException if there is no such state */
    Map<String, Object> bringAbout(World world, String state, ObjectNode parameters) {
        switch (state) {
            case "vehicles exist" -> {
                return Map.of("secondPage", addVehicles(world, parameters));
            }
            case "a vehicle exists", "a vehicle has no route", "a vehicle has an external ID" ->
                addVehicle(world, parameters);
            case "no vehicle exists" -> removeVehicle(world, id(parameters));
            case "a vehicle is on the road" -> addMovingVehicle(world, id(parameters));
            case "a vehicle has moved since a request to follow the vehicles" -> {
                addMovingVehicle(world, id(parameters));
                return Map.of(CURSOR, Statistics.feedCursor(world, world.now().minus(Duration.ofMinutes(1))));
            }
            case "no vehicle has moved since a request to follow the vehicles" -> {
                return Map.of(CURSOR, Statistics.feedCursor(world, world.now()));
            }
            case "a vehicle was on the road" -> addVehicleOfThePast(world, parameters);
            case "drivers exist" -> addDrivers(world, parameters.path("count").asInt(1));
            case "a driver is deactivated" -> {
                var driver = Drivers.create(world, id(parameters), "Ada Lane", "ada-" + world.nextNumber());
                Drivers.setStatus(world, driver, "deactivated");
            }
            case "an address exists" -> address(world, id(parameters));
            case "no route exists" ->
                RouteObjects.of(world)
                        .find(parameters.path("externalId").asText(id(parameters)))
                        .ifPresent(route ->
                                RouteObjects.of(world).remove(route.path("id").asText()));
            case "a route exists" -> addRoute(world, parameters);
            case "a vehicle has arrived at a stop of a route" -> addRouteUnderWay(world, parameters, "arriveLastStop");
            case "a vehicle has departed from a stop of a route" ->
                addRouteUnderWay(world, parameters, "departLastStop");
            case "nothing has happened since a request to follow the routes" -> {
                return Map.of(CURSOR, RouteLog.cursorAtEnd(world));
            }
            case "a vehicle has entered a geofence" ->
                Addresses.cross(
                        events,
                        world,
                        "GeofenceEntry",
                        address(world, parameters.path("addressId").asText()),
                        vehicle(world, parameters.path(VEHICLE_ID).asText()));
            case "an engine has a fault" ->
                vehicles.raiseFault(
                        world, vehicle(world, parameters.path(VEHICLE_ID).asText()));
            case "an alert is triggered" ->
                webhooks.triggerAlert(world, parameters.path("configurationId").asText(), "An alert");
            case "the token lacks a scope" ->
                Tokens.takeScope(world, parameters.path("scope").asText());
            case "the rate limit is exceeded" ->
                new RateLimits(world)
                        .exceed(
                                REQUESTS_PER_SECOND,
                                Duration.ofMillis(Math.round(
                                        parameters.path("retryAfterSeconds").asDouble(2) * 1_000)));
            case "the service is unavailable" ->
                Outage.begin(world, parameters.path("status").asInt(503), OUTAGE);
            case "a token is revoked" -> {
                // always so, of a token that says it
            }
            default -> throw new IllegalArgumentException(state);
        }
        return Map.of();
    }

    private static String id(ObjectNode parameters) {
        return parameters.path("id").asText();
    }

    /** As many vehicles, and no other; returns the cursor after the second. */
    private static String addVehicles(World world, ObjectNode parameters) {
        Vehicles.of(world).all().toList().forEach(vehicle -> Vehicles.remove(world, vehicle));
        var cursor = "";
        for (var i = 1; i <= parameters.path("count").asInt(1); i++) {
            var id = SamsaraObjects.newId(world);
            var vehicle = Vehicles.create(world, id, "Truck " + i, Fleet.DEPOT, world.now());
            cursor = i == 2 ? Vehicles.of(world).cursorAfter(vehicle) : cursor;
        }
        return cursor;
    }

    private static ObjectNode addVehicle(World world, ObjectNode parameters) {
        var vehicle = vehicle(world, id(parameters));
        var externalId = parameters.path("externalId").asText();
        if (!externalId.isEmpty()) {
            addExternalId(vehicle, externalId);
            Vehicles.of(world).put(vehicle);
        }
        return vehicle;
    }

    private static void addExternalId(ObjectNode object, String externalId) {
        var colon = externalId.indexOf(':');
        object.withObject("/externalIds").put(externalId.substring(0, colon), externalId.substring(colon + 1));
    }

    /** The vehicle with an id, which stands at the depot if it is new. */
    private static ObjectNode vehicle(World world, String id) {
        return Vehicles.of(world)
                .find(id)
                .orElseGet(() -> Vehicles.create(
                        world, id, "Truck 1", Fleet.DEPOT, world.now().minus(A_WHOLE_DRIVE)));
    }

    private static ObjectNode address(World world, String id) {
        return Addresses.of(world)
                .find(id)
                .orElseGet(() -> Addresses.create(world, id, "Market Street", CUSTOMER, RADIUS_METERS));
    }

    private static void removeVehicle(World world, String id) {
        Vehicles.of(world).find(id).ifPresent(vehicle -> Vehicles.remove(world, vehicle));
    }

    private static void addMovingVehicle(World world, String id) {
        Vehicles.drive(world, vehicle(world, id), world.now().minus(ON_THE_ROAD), A_WHOLE_DRIVE);
    }

    private static void addVehicleOfThePast(World world, ObjectNode parameters) {
        var from = Instant.parse(parameters.path("from").asText());
        var to = Instant.parse(parameters.path("to").asText());
        var vehicle = Vehicles.create(world, id(parameters), "Truck 1", Fleet.DEPOT, from);
        Vehicles.drive(world, vehicle, from, Duration.between(from, to));
    }

    private static void addDrivers(World world, int count) {
        for (var driver : Drivers.of(world).all().toList()) {
            Drivers.of(world).remove(driver.path("id").asText());
        }
        for (var i = 1; i <= count; i++) {
            Drivers.create(world, SamsaraObjects.newId(world), "Driver " + i, "driver-" + i);
        }
    }

    private ObjectNode addRoute(World world, ObjectNode parameters) {
        var vehicle = vehicle(world, parameters.path(VEHICLE_ID).asText());
        var scheduledFor = parameters
                .path("scheduledFor")
                .asText(world.now().plus(A_WHOLE_DRIVE).toString());
        var body = body(vehicle, CUSTOMER, scheduledFor);
        var externalId = parameters.path("externalId").asText();
        if (!externalId.isEmpty()) {
            addExternalId(body, externalId);
        }
        return routes.create(world, id(parameters), body, world.now().plusMillis(1));
    }

    /** A route whose only stop the vehicle has reached a while ago. */
    private void addRouteUnderWay(World world, ObjectNode parameters, String completion) {
        var vehicle = vehicle(world, parameters.path(VEHICLE_ID).asText());
        var near = new GeoPoint(Fleet.DEPOT.latitude(), Fleet.DEPOT.longitude() + 0.005);
        var scheduledFor = world.now().minus(ON_THE_ROAD);
        var body = body(vehicle, near, scheduledFor.toString());
        body.putObject("settings").put("routeCompletionCondition", completion);
        var stop = (ObjectNode) body.path("stops").path(0);
        stop.put(RouteObjects.STOP_ID, parameters.path("stopId").asText());
        routes.create(
                world,
                parameters.path("routeId").asText(),
                body,
                world.now().minus(A_WHOLE_DRIVE).plusSeconds(1));
    }

    private static ObjectNode body(ObjectNode vehicle, GeoPoint place, String scheduledFor) {
        var body = Json.object()
                .put("name", "Tuesday, north")
                .put("vehicleId", vehicle.path("id").asText());
        var stop = body.putArray("stops").addObject().put("name", "Depot").put("scheduledArrivalTime", scheduledFor);
        place.putInto(stop.putObject("singleUseLocation"));
        return body;
    }
}
