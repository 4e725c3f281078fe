package dev.treaty.stubs.samsara.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.Optional;

/** The routes as they are kept, with their stops. */
public final class RouteObjects {

    /** The field with which a provider state gives a stop its id; Samsara ignores it like any other that it does not know. */
    public static final String STOP_ID = "_id";

    /** The field of a route with the number of its plan. */
    static final String PLAN = "_plan";

    private static final ObjectKind KIND = ObjectKind.of("route");

    private RouteObjects() {}

    /** The routes of an account. */
    public static SamsaraObjects of(World world) {
        return new SamsaraObjects(world, KIND);
    }

    static ObjectNode stop(ObjectNode route, String id) {
        return findStop(route, id).orElseThrow(() -> new IllegalArgumentException("The route has no stop " + id));
    }

    static Optional<ObjectNode> findStop(ObjectNode route, String id) {
        for (var stop : route.path("stops")) {
            if (stop.path("id").asText().equals(id)) {
                return Optional.of((ObjectNode) stop);
            }
        }
        return Optional.empty();
    }

    /** Without what only the replay knows, of its stops, too. */
    static ObjectNode shown(ObjectNode route) {
        var shown = Answers.visible(route);
        var stops = Json.object().putArray("stops");
        shown.path("stops").forEach(stop -> stops.add(Answers.visible((ObjectNode) stop)));
        shown.set("stops", stops);
        return shown;
    }
}
