package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.driver.Drivers;
import dev.treaty.stubs.samsara.vehicle.GeoPoint;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** What a request says of a route, checked. */
record RouteBody(World world, Body body) {

    private static final List<String> STATES_OF_A_WAY = List.of("en route", "arrived", "departed", "skipped");

    /** Puts what the request says into a route; what it does not say stays. */
    void applyTo(ObjectNode route) {
        body.copyTo(route, "name", "notes", "settings", "tagIds");
        RouteObjects.of(world).setExternalIds(route, body);
        body.optionalText("vehicleId").ifPresent(id -> route.set("vehicle", Vehicles.reference(vehicle(id))));
        body.optionalText("driverId").ifPresent(id -> route.set("driver", Drivers.reference(driver(id))));
        if (body.has("stops")) {
            setStops(route);
        }
    }

    private ObjectNode vehicle(String id) {
        return Vehicles.of(world)
                .find(id)
                .orElseThrow(() -> SamsaraError.badRequest("Invalid value for field vehicleId: there is none."));
    }

    private ObjectNode driver(String id) {
        return Drivers.of(world)
                .find(id)
                .filter(driver -> driver.path("driverActivationStatus").asText().equals("active"))
                .orElseThrow(() ->
                        SamsaraError.badRequest("Invalid value for field driverId: no driver is active with it."));
    }

    /** Stops with an id are changed, those without are new, and those that are not named are removed. */
    private void setStops(ObjectNode route) {
        var given = body.json().path("stops");
        if (!given.isArray() || given.isEmpty()) {
            throw SamsaraError.badRequest("Invalid value for field stops: must have at least one stop.");
        }
        var stops = Json.object().putArray("stops");
        for (var each : given) {
            if (!(each instanceof ObjectNode object)) {
                throw SamsaraError.badRequest("Invalid value for field stops: must be objects.");
            }
            var id = each.path("id").asText();
            var stop = id.isEmpty()
                    ? newStop(new Body(object))
                    : RouteObjects.findStop(route, id)
                            .orElseThrow(() -> SamsaraError.badRequest("The route has no stop %s.".formatted(id)))
                            .deepCopy();
            stops.add(changed(stop, new Body(object)));
        }
        route.set("stops", stops);
        schedule(route);
    }

    private ObjectNode newStop(Body stop) {
        var address = stop.optionalText("addressId");
        if (address.isPresent() == stop.has("singleUseLocation")) {
            throw SamsaraError.badRequest(
                    "Invalid value for field stops: exactly one of addressId and singleUseLocation is required.");
        }
        var id = stop.optionalText(RouteObjects.STOP_ID).orElseGet(() -> SamsaraObjects.newId(world));
        return Json.object().put("id", id).put("state", "unassigned");
    }

    private ObjectNode changed(ObjectNode stop, Body given) {
        if (STATES_OF_A_WAY.contains(stop.path("state").asText())) {
            return stop;
        }
        given.copyTo(stop, "notes", "externalIds", "ontimeWindowAfterArrivalMs", "ontimeWindowBeforeArrivalMs");
        given.optionalText("addressId").ifPresent(id -> setAddress(stop, id));
        given.object("singleUseLocation").ifPresent(place -> setPlace(stop, place));
        given.time("scheduledArrivalTime").ifPresent(time -> stop.put("scheduledArrivalTime", time.toString()));
        given.time("scheduledDepartureTime").ifPresent(time -> stop.put("scheduledDepartureTime", time.toString()));
        given.optionalText("name").ifPresent(name -> stop.put("name", name));
        if (!stop.has("name")) {
            stop.put(
                    "name",
                    stop.path("address")
                            .path("name")
                            .asText(stop.path("singleUseLocation")
                                    .path("address")
                                    .asText()));
        }
        return stop;
    }

    private void setAddress(ObjectNode stop, String id) {
        var address = Addresses.of(world)
                .find(id)
                .orElseThrow(() -> SamsaraError.badRequest("Invalid value for field addressId: there is none."));
        stop.set("address", Addresses.reference(address));
        Addresses.place(address).putInto(stop.putObject("_place"));
        stop.remove("singleUseLocation");
    }

    private static void setPlace(ObjectNode stop, Body place) {
        var location = new GeoPoint(place.number("latitude"), place.number("longitude")).putInto(Json.object());
        place.copyTo(location, "address", "radiusMeters");
        stop.set("singleUseLocation", location);
        stop.remove("address");
    }

    private static void schedule(ObjectNode route) {
        var stops = route.path("stops");
        time((ObjectNode) stops.path(0)).ifPresent(time -> route.put("scheduledRouteStartTime", time));
        time((ObjectNode) stops.path(stops.size() - 1)).ifPresent(time -> route.put("scheduledRouteEndTime", time));
    }

    private static Optional<String> time(ObjectNode stop) {
        return Optional.of(stop.path("scheduledArrivalTime")
                        .asText(stop.path("scheduledDepartureTime").asText()))
                .filter(time -> !time.isEmpty());
    }
}
