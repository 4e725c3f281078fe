package dev.treaty.stubs.twilio.queue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.twilio.api.ResourceTable;
import dev.treaty.stubs.twilio.api.Sid;
import dev.treaty.stubs.twilio.api.TwilioDates;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Queues of calls. The first to come is the first to be connected.
 *
 * @see <a href="https://www.twilio.com/docs/voice/api/queue-resource">Twilio, queues</a>
 */
public final class Queues {

    /** The calls that wait; found by their SID. */
    static final ObjectKind MEMBERS =
            new ObjectKind("queue_member", "call_sid", List.of("queue_sid"), ObjectKind.DEFAULT_LIMIT);

    /** Account and name. */
    private static final String NAME = "_name";

    static final ObjectKind KIND = ResourceTable.kind("queue", "account_sid", NAME);

    private static final int MAX_SIZE = 1_000;

    private Queues() {}

    /** The queue with a name. */
    public static Optional<ObjectNode> find(World world, String accountSid, String name) {
        return ResourceTable.of(world, KIND)
                .newestFirst(NAME, accountSid + "/" + name)
                .findFirst();
    }

    static ObjectNode create(World world, String accountSid, String name, int maxSize) {
        var sid = Sid.random("QU");
        var now = TwilioDates.rfc2822(world.now());
        var uri = "/2010-04-01/Accounts/" + accountSid + "/Queues/" + sid;
        var queue = Json.object()
                .put("account_sid", accountSid)
                .put("average_wait_time", 0)
                .put("current_size", 0)
                .put("date_created", now)
                .put("date_updated", now)
                .put("friendly_name", name)
                .put("max_size", maxSize)
                .put("sid", sid)
                .put("uri", uri + ".json")
                .put(NAME, accountSid + "/" + name);
        queue.putObject("subresource_uris").put("members", uri + "/Members.json");
        ResourceTable.of(world, KIND).put(queue);
        return queue;
    }

    static void rename(ObjectNode queue, String name) {
        queue.put("friendly_name", name).put(NAME, queue.path("account_sid").asText() + "/" + name);
    }

    /**
     * Has a call wait in a queue, which is created if it does not exist.
     *
     * @param maxSize of a new queue; 0 for the default
     * @return the queue's SID; empty if it is full
     */
    public static Optional<String> enter(World world, String accountSid, String name, String callSid, int maxSize) {
        var queue = find(world, accountSid, name)
                .orElseGet(() -> create(world, accountSid, name, maxSize == 0 ? MAX_SIZE : maxSize));
        var sid = queue.path("sid").asText();
        if (members(world, sid).size() >= queue.path("max_size").asInt()) {
            return Optional.empty();
        }
        world.objects(MEMBERS)
                .put(Json.object()
                        .put("call_sid", callSid)
                        .put("date_enqueued", TwilioDates.rfc2822(world.now()))
                        .put("queue_sid", sid)
                        .put("uri", queue.path("uri").asText().replace(".json", "/Members/" + callSid + ".json"))
                        .put("_since", world.now().toString()));
        return Optional.of(sid);
    }

    /** Those who wait, the first to come first, with their position and how long they have waited. */
    static List<ObjectNode> members(World world, String queueSid) {
        var members =
                world.objects(MEMBERS).list("queue_sid", queueSid, false, null).toList();
        for (var i = 0; i < members.size(); i++) {
            var since = TwilioDates.parseIso8601(members.get(i).path("_since").asText());
            members.get(i)
                    .put("position", i + 1)
                    .put("wait_time", Duration.between(since, world.now()).toSeconds());
        }
        return members;
    }

    /** Where a call waits, as Twilio tells the {@code waitUrl}; empty if it does not. */
    public static Map<String, String> waiting(World world, String callSid) {
        return world.objects(MEMBERS)
                .find(callSid)
                .map(member -> place(world, member.path("queue_sid").asText(), callSid))
                .orElse(Map.of());
    }

    private static Map<String, String> place(World world, String queueSid, String callSid) {
        var members = members(world, queueSid);
        var own = members.stream()
                .filter(member -> member.path("call_sid").asText().equals(callSid))
                .findFirst()
                .orElseThrow();
        return Map.of(
                "QueueSid", queueSid,
                "QueuePosition", own.path("position").asText(),
                "QueueTime", own.path("wait_time").asText(),
                "AvgQueueTime", String.valueOf(averageWait(members)),
                "CurrentQueueSize", String.valueOf(members.size()));
    }

    private static long averageWait(List<ObjectNode> members) {
        return (long) members.stream()
                .mapToLong(member -> member.path("wait_time").asLong())
                .average()
                .orElse(0);
    }

    /** The call that has waited for longest. */
    public static Optional<String> front(World world, String queueSid) {
        return members(world, queueSid).stream()
                .findFirst()
                .map(member -> member.path("call_sid").asText());
    }

    /** Has a call no longer wait. */
    public static void leave(World world, String callSid) {
        world.objects(MEMBERS).remove(callSid);
    }

    /** A queue with its present size and waiting time. */
    static ObjectNode shown(World world, ObjectNode queue) {
        var members = members(world, queue.path("sid").asText());
        return queue.put("current_size", members.size()).put("average_wait_time", averageWait(members));
    }
}
