package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.samsara.vehicle.Journey;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.time.Instant;
import java.util.Map;

/** The routes. One with a vehicle is followed as time passes; one without stays as it is. */
public final class Routes implements SamsaraFeature {

    private static final String PATH = "/fleet/routes";
    private static final String STATE = "state";

    private final RouteProgress progress;

    /** @param events tells of them */
    public Routes(Events events) {
        progress = new RouteProgress(events);
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH, Routes::list);
        routes.add("POST " + PATH, this::add);
        routes.add("GET " + PATH + "/{id}", exchange -> Answers.data(RouteObjects.shown(get(exchange))));
        routes.add("PATCH " + PATH + "/{id}", this::change);
        routes.add("DELETE " + PATH + "/{id}", Routes::remove);
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(RouteProgress.ACTION, progress::happen);
    }

    /**
     * Creates a route, for provider states.
     *
     * @param earliest when its vehicle may leave; what is past has happened
     */
    public ObjectNode create(World world, String id, ObjectNode body, Instant earliest) {
        var route = Json.object().put("id", id).put(RouteObjects.PLAN, 0);
        route.putObject("externalIds");
        route.putObject("settings")
                .put("routeCompletionCondition", "arriveLastStop")
                .put("routeStartingCondition", "departFirstStop");
        new RouteBody(world, new Body(body)).applyTo(route);
        plan(world, route, earliest);
        return RouteObjects.of(world).get(id);
    }

    private void plan(World world, ObjectNode route, Instant earliest) {
        route.put(RouteObjects.PLAN, route.path(RouteObjects.PLAN).asInt() + 1);
        RouteObjects.of(world).put(route);
        if (route.has("vehicle") || route.has("driver")) {
            assign(world, route);
        }
        if (route.has("vehicle")) {
            progress.follow(world, RoutePlan.make(world, route, RoutePlan.vehicleOf(world, route), earliest));
        }
    }

    /** Stops to which nobody was assigned are scheduled from now on. */
    private static void assign(World world, ObjectNode route) {
        for (var stop : route.path("stops")) {
            if (stop.path(STATE).asText().equals("unassigned")) {
                var scheduled = (ObjectNode) stop;
                var before = RouteProgress.change(scheduled, "unassigned");
                scheduled.put(STATE, "scheduled");
                RouteLog.add(
                        world,
                        world.now().toString(),
                        "stop scheduled",
                        "admin",
                        RouteObjects.shown(route),
                        before,
                        RouteProgress.change(scheduled, "scheduled"));
            }
        }
        RouteObjects.of(world).put(route);
    }

    private static ObjectNode get(Exchange exchange) {
        return RouteObjects.of(exchange.world()).get(exchange.parameter("id"));
    }

    private StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        body.text("name");
        if (!body.has("stops")) {
            throw SamsaraError.badRequest("Missing required field stops.");
        }
        var route = create(world, SamsaraObjects.newId(world), body.json(), soon(world));
        return Answers.data(RouteObjects.shown(route));
    }

    private StubResponse change(Exchange exchange) {
        var world = exchange.world();
        var route = get(exchange);
        stopVehicle(world, route);
        new RouteBody(world, Body.of(exchange.request())).applyTo(route);
        plan(world, route, soon(world));
        return Answers.data(RouteObjects.shown(get(exchange)));
    }

    private static StubResponse remove(Exchange exchange) {
        var route = get(exchange);
        stopVehicle(exchange.world(), route);
        RouteObjects.of(exchange.world()).remove(route.path("id").asText());
        return Answers.noContent();
    }

    /** The vehicle stands still from now on, unless the route was over. */
    private static void stopVehicle(World world, ObjectNode route) {
        if (route.has("vehicle") && !route.has("actualRouteEndTime")) {
            Vehicles.of(world)
                    .find(route.path("vehicle").path("id").asText())
                    .ifPresent(vehicle -> Journey.of(world, vehicle).stop(world.now()));
        }
    }

    /** Later than every cursor that was given out until now. */
    private static Instant soon(World world) {
        return world.now().plusMillis(2);
    }

    private static StubResponse list(Exchange exchange) {
        var query = new Query(exchange.request());
        var from = query.requiredTime("startTime");
        var to = query.requiredTime("endTime");
        var routes = RouteObjects.of(exchange.world());
        return routes.page(
                exchange,
                routes.all()
                        .filter(route -> overlaps(route, from, to))
                        .map(RouteObjects::shown)
                        .toList());
    }

    private static boolean overlaps(ObjectNode route, Instant from, Instant to) {
        var start = route.path("scheduledRouteStartTime").asText();
        var end = route.path("scheduledRouteEndTime").asText(start);
        return !start.isEmpty()
                && !Instant.parse(start).isAfter(to)
                && !Instant.parse(end).isBefore(from);
    }
}
