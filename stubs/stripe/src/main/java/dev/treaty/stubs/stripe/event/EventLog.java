package dev.treaty.stubs.stripe.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.stripe.resource.ResourceKinds;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The events of an account.
 *
 * @see <a href="https://docs.stripe.com/api/events/object">Stripe, the event object</a>
 */
public final class EventLog {

    /** By kind and what happens to an object of it. */
    private static final Map<String, Optional<String>> TYPES = new ConcurrentHashMap<>();

    private final World world;
    private final long now;
    private final EventCause cause;
    private final List<URI> configured;

    /**
     * The events of an account.
     *
     * @param now seconds since 1970
     * @param configured the webhook endpoints that the server was started with
     */
    public EventLog(World world, long now, EventCause cause, List<URI> configured) {
        this.world = world;
        this.now = now;
        this.cause = cause;
        this.configured = configured;
    }

    /**
     * Notes an event and sends it to all who want it.
     *
     * @param type e.g. {@code "payment_intent.succeeded"}
     * @param shown what clients see of the object, as it is now
     * @param previous what the changed fields were before; null if nothing says so
     */
    public void emit(String type, JsonNode shown, @Nullable ObjectNode previous) {
        var receivers = new WebhookEndpoints(world, configured).interestedIn(type);
        var event = event(type, shown, previous).put("pending_webhooks", receivers.size());
        world.objects(ResourceKinds.of("event").stored()).put(event);
        receivers.forEach(receiver -> deliver(event, receiver));
    }

    private ObjectNode event(String type, JsonNode shown, @Nullable ObjectNode previous) {
        var event = Json.object()
                .put("id", Ids.next(ResourceKinds.of("event")))
                .put("object", "event")
                .put("api_version", ApiVersion.DEFAULT)
                .put("created", now);
        var data = event.putObject("data");
        data.set("object", shown);
        if (previous != null) {
            data.set("previous_attributes", previous);
        }
        event.put("livemode", false).put("pending_webhooks", 0);
        event.putObject("request").put("id", cause.requestId()).put("idempotency_key", cause.idempotencyKey());
        return event.put("type", type);
    }

    private void deliver(ObjectNode event, ObjectNode receiver) {
        var sent = event.deepCopy();
        if (receiver.path("api_version").isTextual()) {
            sent.set("api_version", receiver.path("api_version"));
        }
        var endpoint = receiver.path("id").asText();
        Deliveries.of(world)
                .send(new DeliveryRequest(
                        WebhookDelivery.PURPOSE,
                        endpoint,
                        "POST",
                        URI.create(receiver.path("url").asText()),
                        "application/json; charset=utf-8",
                        new String(Json.bytes(sent), UTF_8),
                        Json.object()
                                .put("endpoint", endpoint)
                                .put("event", event.path("id").asText())
                                .put("type", event.path("type").asText())));
    }

    /**
     * The type of event that Stripe emits when something happens to an object of a kind.
     *
     * @param what e.g. {@code "created"}
     */
    public static Optional<String> type(String kind, String what) {
        return TYPES.computeIfAbsent(kind + " " + what, key -> findType(kind, what));
    }

    private static Optional<String> findType(String kind, String what) {
        var types = Surface.get().eventTypes();
        var candidates = List.of(kind, "customer." + kind, kind.replace('.', '_'));
        return candidates.stream()
                .map(candidate -> candidate + "." + what)
                .filter(types::contains)
                .findFirst();
    }
}
