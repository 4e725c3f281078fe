package dev.treaty.stubs.cablecast.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Duration;
import java.util.Optional;

/** What makes a resource leave a state by itself when its time is up. The resource has an internal field {@code due} for it. */
public final class StateTimer {

    private static final String DUE = "due";

    private final String singular;
    private final String action;

    /**
     * A timer for the resources of a type.
     *
     * @param action what is done when the time is up; its data has the id of the resource, by the type's name
     */
    public StateTimer(String singular, String action) {
        this.singular = singular;
        this.action = action;
    }

    /** Starts anew, as a resource enters a state; {@code duration} is empty if it stays there. */
    public void restart(Resources resources, ObjectNode resource, Optional<Duration> duration) {
        var due = resources.world().due();
        if (!resource.path(DUE).asText("").isEmpty()) {
            due.cancel(resource.path(DUE).asText());
        }
        resource.put(DUE, "");
        duration.ifPresent(time -> {
            var data = Json.object().put(singular, resource.path("id").asLong());
            resource.put(DUE, due.schedule(resources.now().plus(time), action, data));
        });
    }
}
