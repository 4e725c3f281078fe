package dev.treaty.stubs.samsara.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Sends events to the webhooks that want them, in the form of the second generation. */
public final class Events {

    private static final int ORGANISATION = 20_936;

    private final List<URI> configured;

    /** @param configured where all events go, beside the webhooks that an account has registered */
    public Events(List<URI> configured) {
        this.configured = List.copyOf(configured);
    }

    /** What an event is about, under its name. */
    public static ObjectNode about(String name, ObjectNode object) {
        var data = Json.object();
        data.set(name, object);
        return data;
    }

    /** Sends an event as soon as the present unit of work is over. */
    public void send(World world, String eventType, ObjectNode data) {
        for (var url : configured) {
            send(world, eventType, data, WebhookObjects.CONFIGURED, url);
        }
        WebhookObjects.of(world)
                .all()
                .filter(webhook -> WebhookObjects.wants(webhook, eventType))
                .toList()
                .forEach(webhook -> send(
                        world,
                        eventType,
                        data,
                        webhook.path("id").asText(),
                        URI.create(webhook.path("url").asText())));
    }

    private static void send(World world, String eventType, ObjectNode data, String webhook, URI url) {
        var id = UUID.nameUUIDFromBytes((world.name() + world.nextNumber()).getBytes(UTF_8));
        var event = Json.object()
                .put("eventId", id.toString())
                .put("eventTime", world.now().toString())
                .put("eventType", eventType)
                .put("orgId", ORGANISATION)
                .put("webhookId", webhook);
        event.set("data", data);
        Deliveries.of(world)
                .send(new DeliveryRequest(
                        EventDelivery.PURPOSE,
                        webhook,
                        "POST",
                        url,
                        "application/json",
                        new String(Json.bytes(event), UTF_8),
                        Json.object().put(EventDelivery.WEBHOOK, webhook)));
    }
}
