package dev.treaty.stubs.airtable.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.api.AirtableId;
import dev.treaty.stubs.airtable.api.RequestBody;
import dev.treaty.stubs.airtable.schema.Tables;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.FormTree;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Creating, refreshing and deleting webhooks, and reading what they have to tell. */
public final class WebhookRoutes {

    private static final String ALL = "/v0/bases/{base}/webhooks";
    private static final String ONE = ALL + "/{webhook}";
    private static final int SECRET_BYTES = 32;
    private static final int MOST_PAYLOADS = 50;
    private static final int MOST_WEBHOOKS = 10;
    private static final Set<String> FILTERS =
            Set.of("dataTypes", "recordChangeScope", "changeTypes", "watchDataInFieldIds");
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookRoutes() {}

    /** Adds the routes. */
    public static void addTo(RouteTable<RouteHandler> routes) {
        routes.add("GET " + ALL, WebhookRoutes::list);
        routes.add("POST " + ALL, WebhookRoutes::create);
        routes.add("DELETE " + ONE, WebhookRoutes::delete);
        routes.add("POST " + ONE + "/refresh", WebhookRoutes::refresh);
        routes.add("POST " + ONE + "/enableNotifications", WebhookRoutes::enable);
        routes.add("GET " + ONE + "/payloads", WebhookRoutes::payloads);
    }

    private static StubResponse create(Exchange exchange) {
        var base = base(exchange);
        var given = RequestBody.of(exchange.request());
        check(given);
        var webhooks = new Webhooks(exchange.world());
        if (webhooks.ofBase(base).size() >= MOST_WEBHOOKS) {
            throw AirtableError.of(
                    422, "TOO_MANY_WEBHOOKS_IN_BASE", "A base may have %d webhooks".formatted(MOST_WEBHOOKS));
        }
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        var webhook = webhooks.create(
                base, AirtableId.random("ach"), Base64.getEncoder().encodeToString(secret), given);
        return AirtableError.json(
                200,
                Json.object()
                        .put("id", webhook.id())
                        .put("macSecretBase64", webhook.secretBase64())
                        .put("expirationTime", webhook.expirationTime()));
    }

    private static void check(ObjectNode given) {
        var filters = given.at("/specification/options/filters");
        if (filters.path("dataTypes").isEmpty()) {
            throw AirtableError.invalidRequest("specification.options.filters.dataTypes must not be empty");
        }
        filters.properties().stream()
                .filter(filter -> !FILTERS.contains(filter.getKey()))
                .findFirst()
                .ifPresent(filter -> {
                    throw AirtableError.notCovered("the filter " + filter.getKey() + " of a webhook");
                });
        if (given.hasNonNull("notificationUrl")) {
            checkUrl(given.path("notificationUrl").asText());
        }
    }

    private static void checkUrl(String url) {
        try {
            if (URI.create(url).getHost() != null) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // as for one without a host
        }
        throw AirtableError.invalidRequest("notificationUrl must be an absolute URL");
    }

    private static StubResponse list(Exchange exchange) {
        var body = Json.object();
        var list = body.putArray("webhooks");
        new Webhooks(exchange.world())
                .ofBase(base(exchange))
                .forEach(webhook -> list.add(webhook.stored().deepCopy().without(Set.of("macSecretBase64", "base"))));
        return AirtableError.json(200, body);
    }

    private static StubResponse delete(Exchange exchange) {
        new Webhooks(exchange.world()).remove(webhook(exchange).id());
        return AirtableError.json(200, Json.object());
    }

    private static StubResponse refresh(Exchange exchange) {
        var webhook = new Webhooks(exchange.world())
                .put(webhook(exchange).refreshed(exchange.world().now()));
        return AirtableError.json(200, Json.object().put("expirationTime", webhook.expirationTime()));
    }

    private static StubResponse enable(Exchange exchange) {
        var webhook = webhook(exchange);
        webhook.stored()
                .put(
                        "areNotificationsEnabled",
                        RequestBody.of(exchange.request()).path("enable").asBoolean());
        new Webhooks(exchange.world()).put(webhook);
        return AirtableError.json(200, Json.object());
    }

    /** Listing extends the life of a webhook. */
    private static StubResponse payloads(Exchange exchange) {
        var webhooks = new Webhooks(exchange.world());
        var webhook = webhook(exchange);
        var query = FormTree.parse(exchange.request().query());
        var cursor = Math.max(1, query.path("cursor").asLong(1));
        var limit = query.path("limit").asInt(MOST_PAYLOADS);
        if (limit < 1 || limit > MOST_PAYLOADS) {
            throw AirtableError.invalidRequest("limit must be between 1 and " + MOST_PAYLOADS);
        }
        var found = webhooks.payloads(webhook, cursor, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size()));
        webhooks.put(webhook.refreshed(exchange.world().now()));
        var body = Json.object();
        var list = body.putArray("payloads");
        shown.forEach(entry -> list.add(entry.path("payload")));
        var next = shown.isEmpty()
                ? Math.min(cursor, webhook.stored().path("cursorForNextPayload").asLong())
                : shown.get(shown.size() - 1).path("cursor").asLong() + 1;
        body.put("cursor", next).put("mightHaveMore", found.size() > limit);
        return AirtableError.json(200, body);
    }

    private static String base(Exchange exchange) {
        var base = exchange.parameter("base");
        if (!new Tables(exchange.world()).hasBase(base)) {
            throw AirtableError.noSuchModel(base);
        }
        return base;
    }

    private static Webhook webhook(Exchange exchange) {
        return new Webhooks(exchange.world()).get(base(exchange), exchange.parameter("webhook"));
    }
}
