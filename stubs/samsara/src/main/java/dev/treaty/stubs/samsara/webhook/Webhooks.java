package dev.treaty.stubs.samsara.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.api.Answers;
import dev.treaty.stubs.samsara.api.Body;
import dev.treaty.stubs.samsara.api.Query;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.SamsaraObjects;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The webhooks of an account. Those of the first generation ({@code 2018-01-01}) are kept, and nothing is sent to them. An alert, which
 * people configure, is triggered by {@code POST /__treaty/alerts {"configurationId", "description"}}.
 */
public final class Webhooks implements SamsaraFeature {

    private static final String PATH = "/webhooks";
    private static final List<String> VERSIONS =
            List.of(WebhookObjects.FIRST_GENERATION, "2021-06-09", "2022-09-13", "2024-02-27");
    private static final String NEWEST = "2024-02-27";

    private final Events events;

    /** @param events sends alerts */
    public Webhooks(Events events) {
        this.events = events;
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("GET " + PATH, Webhooks::list);
        routes.add("POST " + PATH, Webhooks::add);
        routes.add("GET " + PATH + "/{id}", exchange -> Answers.plain(get(exchange)));
        routes.add("PATCH " + PATH + "/{id}", Webhooks::change);
        routes.add("DELETE " + PATH + "/{id}", exchange -> {
            WebhookObjects.of(exchange.world()).remove(get(exchange).path("id").asText());
            return Answers.noContent();
        });
        routes.add("POST " + ProviderReplay.CONTROL_PATH + "/alerts", exchange -> {
            var body = Body.of(exchange.request());
            var configuration = body.optionalText("configurationId")
                    .orElse(UUID.randomUUID().toString());
            return Answers.data(triggerAlert(
                    exchange.world(),
                    configuration,
                    body.optionalText("description").orElse("An alert")));
        });
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(EventDelivery.PURPOSE, new EventDelivery());
    }

    /** Has an alert be triggered. */
    public ObjectNode triggerAlert(World world, String configurationId, String description) {
        var now = world.now().toString();
        var incident = Json.object()
                .put("configurationId", configurationId)
                .put("happenedAtTime", now)
                .put("updatedAtTime", now)
                .put("incidentUrl", "https://cloud.samsara.com/o/20936/fleet/workflows/incidents/" + world.nextNumber())
                .put("isResolved", false);
        incident.putArray("conditions")
                .addObject()
                .put("description", description)
                .putObject("details");
        events.send(world, "AlertIncident", incident);
        return incident;
    }

    private static ObjectNode get(Exchange exchange) {
        return WebhookObjects.of(exchange.world()).get(exchange.parameter("id"));
    }

    private static StubResponse list(Exchange exchange) {
        var ids = new Query(exchange.request()).list("ids");
        var webhooks = WebhookObjects.of(exchange.world());
        return webhooks.page(
                exchange,
                webhooks.all()
                        .filter(webhook ->
                                ids.isEmpty() || ids.contains(webhook.path("id").asText()))
                        .toList());
    }

    private static StubResponse add(Exchange exchange) {
        var world = exchange.world();
        var body = Body.of(exchange.request());
        var webhook = Json.object()
                .put("id", SamsaraObjects.newId(world))
                .put("name", body.text("name"))
                .put("url", body.text("url"))
                .put("version", NEWEST)
                .put("secretKey", newSecret());
        webhook.putArray("eventTypes");
        webhook.putArray("customHeaders");
        body.json()
                .path("eventTypes")
                .forEach(type -> webhook.withArray("eventTypes").add(known(type.asText())));
        return saved(world, webhook, body);
    }

    /** The event types of a webhook cannot be changed. */
    private static StubResponse change(Exchange exchange) {
        return saved(exchange.world(), get(exchange), Body.of(exchange.request()));
    }

    private static StubResponse saved(World world, ObjectNode webhook, Body body) {
        body.copyTo(webhook, "name", "url", "version", "customHeaders");
        if (!VERSIONS.contains(webhook.path("version").asText())) {
            throw SamsaraError.badRequest(
                    "Invalid value for field version: must be one of %s.".formatted(String.join(", ", VERSIONS)));
        }
        requireUrl(webhook.path("url").asText());
        return Answers.plain(WebhookObjects.of(world).put(webhook));
    }

    private static void requireUrl(String url) {
        try {
            if (URI.create(url).getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // as for one without a host
        }
        throw SamsaraError.badRequest("Invalid value for field url: must be an absolute URL.");
    }

    private static String known(String eventType) {
        if (!EventType.ALL.contains(eventType)) {
            throw SamsaraError.badRequest("Invalid value for field eventTypes: %s.".formatted(eventType));
        }
        return eventType;
    }

    private static String newSecret() {
        return Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
    }
}
