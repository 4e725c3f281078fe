package dev.treaty.stubs.stripe.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of an account.
 *
 * @see <a href="https://docs.stripe.com/api/events/object">Stripe, the event object</a>
 */
public final class EventLog {

    private final World world;
    private final long now;
    private final Cause cause;

    /** @param now seconds since 1970 */
    public EventLog(World world, long now, Cause cause) {
        this.world = world;
        this.now = now;
        this.cause = cause;
    }

    /**
     * Notes an event and sends it to all who want it.
     *
     * @param type e.g. {@code "payment_intent.succeeded"}
     * @param object as it is now
     * @param previous what the changed fields were before; null if nothing says so
     */
    public void emit(String type, ObjectNode object, @Nullable ObjectNode previous) {
        var kind = ResourceKinds.of("event");
        var event = Json.object()
                .put("id", Ids.next(kind))
                .put("object", "event")
                .put("api_version", ApiVersion.DEFAULT)
                .put("created", now);
        var data = event.putObject("data");
        data.set("object", object);
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        event.put("livemode", false).put("pending_webhooks", 0);
        event.putObject("request").put("id", cause.requestId()).put("idempotency_key", cause.idempotencyKey());
        event.put("type", type);
        world.objects(kind.stored()).put(event);
    }

    /**
     * The type of event that Stripe emits when something happens to an object of a kind.
     *
     * @param what e.g. {@code "created"}
     */
    public static Optional<String> type(String kind, String what) {
        var types = Surface.get().eventTypes();
        var candidates = List.of(kind, "customer." + kind, kind.replace('.', '_'));
        return candidates.stream()
                .map(candidate -> candidate + "." + what)
                .filter(types::contains)
                .findFirst();
    }

    /**
     * The request that causes events.
     *
     * @param requestId null if no request does
     * @param idempotencyKey null if the request has none
     */
    public record Cause(
            @Nullable String requestId, @Nullable String idempotencyKey) {

        /** Time, not a request. */
        public static final Cause TIME = new Cause(null, null);
    }
}
