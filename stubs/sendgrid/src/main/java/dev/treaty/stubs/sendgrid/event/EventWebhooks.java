package dev.treaty.stubs.sendgrid.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.delivery.Deliveries;
import dev.treaty.stubs.vendor.delivery.Delivery;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.delivery.DeliveryRequest;
import dev.treaty.stubs.vendor.delivery.DeliveryResult;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sends events to the webhooks of an account, and to those that the server was started with. */
public final class EventWebhooks implements SendGridFeature {

    private static final String PURPOSE = "event webhook";
    private static final String SIGNED = "signed";

    private final List<URI> everyAccounts;

    /** @param everyAccounts get the events of all accounts, signed */
    public EventWebhooks(List<URI> everyAccounts) {
        this.everyAccounts = List.copyOf(everyAccounts);
    }

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST /v3/user/webhooks/event/test", EventWebhooks::test);
    }

    /** Sends a made-up event of each kind to a URL, signed if it is for a webhook that is. */
    private static StubResponse test(Exchange exchange) {
        var body = RequestBody.object(exchange);
        var url = body.path("url").asText();
        if (!EventWebhookSettings.isHttpUrl(url)) {
            throw SendGridError.badRequest("'%s' is not a valid url".formatted(url));
        }
        var world = exchange.world();
        var isSigned = world.objects(EventWebhookSettings.WEBHOOKS)
                .find(body.path("id").asText())
                .filter(webhook -> webhook.path(EventWebhookSettings.SIGNED).asBoolean())
                .isPresent();
        var events = new ArrayList<JsonNode>();
        for (var type : EventType.values()) {
            events.add(Events.event(world, type, "example@test.com", Json.object()));
        }
        send(world, URI.create(url), isSigned, events);
        return Responses.noContent();
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return Map.of(Events.SEND, (world, data) -> send(world));
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(PURPOSE, new Policy());
    }

    private void send(World world) {
        var waiting = world.value(Events.WAITING).orElseGet(Json::object).withArray(Events.WAITING);
        world.setValue(Events.WAITING, null);
        for (var url : everyAccounts) {
            send(world, url, true, waiting);
        }
        world.objects(EventWebhookSettings.WEBHOOKS)
                .oldestFirst()
                .toList()
                .forEach(webhook -> send(world, webhook, waiting));
    }

    private static void send(World world, ObjectNode webhook, JsonNode waiting) {
        if (webhook.path("enabled").asBoolean()) {
            var wanted = new ArrayList<JsonNode>();
            waiting.forEach(event -> {
                if (isWanted(webhook, event)) {
                    wanted.add(event);
                }
            });
            var url = URI.create(webhook.path("url").asText());
            send(world, url, webhook.path(EventWebhookSettings.SIGNED).asBoolean(), wanted);
        }
    }

    private static boolean isWanted(ObjectNode webhook, JsonNode event) {
        return EventType.of(event.path("event").asText())
                .filter(type -> webhook.path(type.setting()).asBoolean())
                .isPresent();
    }

    private static void send(World world, URI url, boolean isSigned, Iterable<JsonNode> events) {
        var lines = new ArrayList<String>();
        events.forEach(event -> lines.add(event.toString()));
        if (!lines.isEmpty()) {
            Deliveries.of(world)
                    .send(new DeliveryRequest(
                            PURPOSE,
                            "events " + world.nextNumber(),
                            "POST",
                            url,
                            "application/json",
                            body(lines),
                            Json.object().put(SIGNED, isSigned)));
        }
    }

    /** SendGrid writes an event a line, and ends with a line break, which its signature covers. */
    private static String body(List<String> events) {
        return events.stream().collect(Collectors.joining(",\r\n", "[", "]\r\n"));
    }

    /** Signed anew for each attempt, as far as is known; after a failure again for 24 hours, in pauses that grow. */
    private static final class Policy implements DeliveryPolicy {

        private static final Duration FIRST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofHours(4);
        private static final Duration GIVE_UP = Duration.ofDays(1);

        @Override
        public Map<String, String> headers(World world, Delivery delivery) {
            var headers = new LinkedHashMap<String, String>();
            headers.put("User-Agent", "SendGrid Event API");
            if (delivery.data().path(SIGNED).asBoolean()) {
                headers.putAll(EventSignature.headers(
                        world.nowSeconds(), delivery.body().getBytes(UTF_8)));
            }
            return headers;
        }

        @Override
        public Optional<Duration> retryAfter(Delivery delivery, int attempts, DeliveryResult result) {
            var passed = Duration.ZERO;
            var pause = FIRST;
            for (var attempt = 1; attempt < attempts; attempt++) {
                passed = passed.plus(pause);
                pause = next(pause);
            }
            return passed.plus(pause).compareTo(GIVE_UP) > 0 ? Optional.empty() : Optional.of(pause);
        }

        private static Duration next(Duration pause) {
            var twice = pause.multipliedBy(2);
            return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        }
    }
}
