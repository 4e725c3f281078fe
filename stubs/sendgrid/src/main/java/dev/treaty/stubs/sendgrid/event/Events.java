package dev.treaty.stubs.sendgrid.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.sendgrid.api.Ids;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;

/** The events of an account that have not been sent: all of one moment go together. */
public final class Events {

    /** By which the vendor knows to send them. */
    public static final String SEND = "send events";

    static final String WAITING = "events";

    private Events() {}

    /**
     * Reports something.
     *
     * @param mail what the mail says about itself in each event: its message id, categories, custom arguments
     * @param details of this kind of event
     */
    public static void report(World world, EventType type, String email, ObjectNode mail, ObjectNode details) {
        var event = event(world, type, email, mail);
        event.setAll(details);
        var waiting = world.value(WAITING).orElseGet(Json::object);
        if (waiting.isEmpty()) {
            world.due().schedule(world.now(), SEND, Json.object());
        }
        waiting.withArray(WAITING).add(event);
        world.setValue(WAITING, waiting);
    }

    /** An event without details. */
    static ObjectNode event(World world, EventType type, String email, ObjectNode mail) {
        var event = Json.object().put("email", email).put("timestamp", world.nowSeconds());
        event.setAll(mail);
        return event.put("event", type.text()).put("sg_event_id", Ids.random());
    }
}
