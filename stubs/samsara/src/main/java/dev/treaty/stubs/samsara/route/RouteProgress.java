package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.route.RouteStep.Kind;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/** What happens on routes as time passes: the states of stops, what the feed tells of them, and events. */
final class RouteProgress {

    static final String ACTION = "samsara-route-step";

    private static final String STATE = "state";

    private final Events events;

    RouteProgress(Events events) {
        this.events = events;
    }

    /** Does what has happened already, and schedules what will. */
    void follow(World world, List<RouteStep> steps) {
        for (var step : steps) {
            if (step.at().isAfter(world.now())) {
                world.due().schedule(step.at(), ACTION, step.toJson());
            } else {
                happen(world, step.toJson());
            }
        }
    }

    /** Does one step, unless the route has another plan by now. */
    void happen(World world, ObjectNode data) {
        var step = RouteStep.of(data);
        var route = RouteObjects.of(world).find(step.route());
        if (route.isPresent() && route.get().path(RouteObjects.PLAN).asInt() == step.plan()) {
            happen(world, route.get(), step);
        }
    }

    private void happen(World world, ObjectNode route, RouteStep step) {
        switch (step.kind()) {
            case GEOFENCE_ENTRY -> cross(world, route, step, "GeofenceEntry");
            case GEOFENCE_EXIT -> cross(world, route, step, "GeofenceExit");
            case EN_ROUTE -> become(world, route, step, "en route", "enRouteTime");
            case ARRIVED -> {
                become(world, route, step, "arrived", "actualArrivalTime");
                tell(world, route, step, "RouteStopArrival");
            }
            case DEPARTED -> {
                become(world, route, step, "departed", "actualDepartureTime");
                tell(world, route, step, "RouteStopDeparture");
            }
        }
    }

    private void become(World world, ObjectNode route, RouteStep step, String state, String timeField) {
        var stop = RouteObjects.stop(route, step.stop());
        var at = step.at().toString();
        var before = change(stop, stop.path(STATE).asText());
        stop.put(STATE, state).put(timeField, at);
        stop.remove("eta");
        var after = change(stop, state).put(timeField, at);
        if (step.kind() == Kind.EN_ROUTE) {
            stop.put("eta", step.eta().toString());
            after.put("eta", step.eta().toString());
        }
        noteStartAndEnd(route, stop, step);
        RouteObjects.of(world).put(route);
        RouteLog.add(world, at, "stop " + state, "automatic", RouteObjects.shown(route), before, after);
    }

    static ObjectNode change(ObjectNode stop, String state) {
        return Json.object().put("id", stop.path("id").asText()).put(STATE, state);
    }

    private static void noteStartAndEnd(ObjectNode route, ObjectNode stop, RouteStep step) {
        var stops = route.path("stops");
        var starts =
                condition(route, "routeStartingCondition", "departFirstStop").equals("departFirstStop")
                        ? Kind.DEPARTED
                        : Kind.ARRIVED;
        var ends =
                condition(route, "routeCompletionCondition", "arriveLastStop").equals("arriveLastStop")
                        ? Kind.ARRIVED
                        : Kind.DEPARTED;
        if (step.kind() == starts && stop.equals(stops.path(0))) {
            route.put("actualRouteStartTime", step.at().toString());
        }
        if (step.kind() == ends && stop.equals(stops.path(stops.size() - 1))) {
            route.put("actualRouteEndTime", step.at().toString());
        }
    }

    private static String condition(ObjectNode route, String name, String otherwise) {
        return route.path("settings").path(name).asText(otherwise);
    }

    private void tell(World world, ObjectNode route, RouteStep step, String eventType) {
        var stop = RouteObjects.stop(route, step.stop());
        var data = Json.object()
                .put("operation", "stop " + stop.path(STATE).asText())
                .put("time", step.at().toString())
                .put("type", "route tracking");
        data.set("route", RouteObjects.shown(route));
        data.set("routeStopDetails", details(stop));
        data.set("vehicle", Vehicles.reference(RoutePlan.vehicleOf(world, route)));
        if (route.has("driver")) {
            data.set("driver", route.get("driver"));
        }
        events.send(world, eventType, data);
    }

    private static ObjectNode details(ObjectNode stop) {
        var details = Json.object();
        for (var name :
                List.of("id", STATE, "enRouteTime", "actualArrivalTime", "actualDepartureTime", "externalIds")) {
            if (stop.has(name)) {
                details.set(name, stop.get(name));
            }
        }
        return details;
    }

    private void cross(World world, ObjectNode route, RouteStep step, String eventType) {
        var address =
                RouteObjects.stop(route, step.stop()).path("address").path("id").asText();
        Addresses.of(world)
                .find(address)
                .ifPresent(
                        found -> Addresses.cross(events, world, eventType, found, RoutePlan.vehicleOf(world, route)));
    }
}
