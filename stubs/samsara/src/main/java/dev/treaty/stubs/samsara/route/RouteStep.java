package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;

/**
 * Something that will happen on a route, if its plan is not changed before.
 *
 * @param plan the number of the plan
 * @param stop the id of the stop
 * @param kind what happens
 * @param eta when the vehicle will arrive, for a stop to which it is on its way
 */
record RouteStep(Instant at, String route, int plan, String stop, Kind kind, Instant eta) {

    enum Kind {
        EN_ROUTE,
        GEOFENCE_ENTRY,
        ARRIVED,
        GEOFENCE_EXIT,
        DEPARTED
    }

    ObjectNode toJson() {
        return Json.object()
                .put("at", at.toString())
                .put("route", route)
                .put("plan", plan)
                .put("stop", stop)
                .put("kind", kind.name())
                .put("eta", eta.toString());
    }

    static RouteStep of(ObjectNode data) {
        return new RouteStep(
                Instant.parse(data.path("at").asText()),
                data.path("route").asText(),
                data.path("plan").asInt(),
                data.path("stop").asText(),
                Kind.valueOf(data.path("kind").asText()),
                Instant.parse(data.path("eta").asText()));
    }
}
