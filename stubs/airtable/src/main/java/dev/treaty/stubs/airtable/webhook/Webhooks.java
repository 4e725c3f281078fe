package dev.treaty.stubs.airtable.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableTime;
import dev.treaty.stubs.airtable.record.RecordChange;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.ObjectTable;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The webhooks of a world, and the log of each. */
public final class Webhooks {

    static final String PING = "ping";

    private static final ObjectKind WEBHOOK = ObjectKind.of("webhook", "base");
    private static final ObjectKind PAYLOAD = ObjectKind.of("payload", "webhook");
    private static final Duration KEPT = Duration.ofDays(7);

    private final World world;
    private final ObjectTable webhooks;
    private final ObjectTable payloads;

    /** Those of a world. */
    public Webhooks(World world) {
        this.world = world;
        webhooks = world.objects(WEBHOOK);
        payloads = world.objects(PAYLOAD);
    }

    /** Adds a webhook with this id, or replaces the one that has it. It lives for seven days. */
    public Webhook create(String base, String id, String secretBase64, ObjectNode given) {
        var stored = Json.object()
                .put("id", id)
                .put("base", base)
                .put("macSecretBase64", secretBase64)
                .put("areNotificationsEnabled", true)
                .put("isHookEnabled", true)
                .put("cursorForNextPayload", 1);
        stored.set("specification", given.path("specification"));
        if (given.hasNonNull("notificationUrl")) {
            stored.put("notificationUrl", given.path("notificationUrl").asText());
        }
        return put(new Webhook(stored).refreshed(world.now()));
    }

    Webhook put(Webhook webhook) {
        webhooks.put(webhook.stored());
        return webhook;
    }

    void remove(String id) {
        webhooks.remove(id);
    }

    /** The webhooks of a base that have not expired. */
    List<Webhook> ofBase(String base) {
        return webhooks.list("base", base, false, null)
                .map(Webhook::new)
                .filter(webhook -> !webhook.isExpired(world.now()))
                .toList();
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 404 if there is none with this id, or if it has expired */
    Webhook get(String base, String id) {
        return webhooks.find(id)
                .map(Webhook::new)
                .filter(webhook -> webhook.base().equals(base) && !webhook.isExpired(world.now()))
                .orElseThrow(() -> AirtableError.notFound(id));
    }

    /** Notes what a request has changed with each webhook of the base that is to be told, and sends pings. */
    public void note(String base, Collection<RecordChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var key = "transactions/" + base;
        var transaction =
                world.value(key).map(last -> last.path("number").asLong()).orElse(0L) + 1;
        world.setValue(key, Json.object().put("number", transaction));
        for (var webhook : ofBase(base)) {
            new Payload(webhook).of(changes, transaction, world.now()).ifPresent(payload -> log(webhook, payload));
        }
    }

    private void log(Webhook webhook, ObjectNode payload) {
        var cursor = webhook.stored().path("cursorForNextPayload").asLong();
        var entry = Json.object()
                .put("id", webhook.id() + "-" + cursor)
                .put("webhook", webhook.id())
                .put("cursor", cursor)
                .put("at", world.now().toString());
        entry.set("payload", payload);
        payloads.put(entry);
        webhook.stored().put("cursorForNextPayload", cursor + 1);
        put(webhook);
        if (webhook.sendsPings()) {
            ping(webhook);
        }
    }

    private void ping(Webhook webhook) {
        var body = Json.object();
        body.putObject("base").put("id", webhook.base());
        body.putObject("webhook").put("id", webhook.id());
        body.put("timestamp", AirtableTime.write(world.now()));
        Deliveries.of(world)
                .send(new DeliveryRequest(
                        PING,
                        webhook.id(),
                        "POST",
                        URI.create(webhook.notificationUrl()),
                        "application/json",
                        body.toString(),
                        Json.object().put("webhook", webhook.id())));
    }

    /** The secret that signs the pings of a webhook; empty if it was deleted. */
    Optional<String> secret(String id) {
        return webhooks.find(id).map(Webhook::new).map(Webhook::secretBase64);
    }

    /** The log of a webhook from a cursor on, without what is older than a week. */
    List<ObjectNode> payloads(Webhook webhook, long cursor, int limit) {
        var oldest = world.now().minus(KEPT);
        return payloads.list("webhook", webhook.id(), false, null)
                .filter(entry -> entry.path("cursor").asLong() >= cursor)
                .filter(entry -> Instant.parse(entry.path("at").asText()).isAfter(oldest))
                .limit(limit)
                .toList();
    }
}
