package dev.treaty.stubs.twilio.queue;

import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;

/** Calls that have dialled a queue in which nobody waits, and wait for somebody to come. */
public final class Agents {

    private static final ObjectKind KIND =
            new ObjectKind("queue_agent", "call_sid", List.of("queue_sid"), ObjectKind.DEFAULT_LIMIT);

    private Agents() {}

    /** Has a call wait. */
    public static void wait(World world, String queueSid, String callSid) {
        world.objects(KIND).put(Json.object().put("call_sid", callSid).put("queue_sid", queueSid));
    }

    /** The one that has waited for longest. */
    public static Optional<String> next(World world, String queueSid) {
        return world.objects(KIND)
                .list("queue_sid", queueSid, false, null)
                .findFirst()
                .map(agent -> agent.path("call_sid").asText());
    }

    /** Has a call no longer wait. */
    public static void leave(World world, String callSid) {
        world.objects(KIND).remove(callSid);
    }
}
