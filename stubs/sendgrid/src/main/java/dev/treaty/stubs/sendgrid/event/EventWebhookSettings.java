package dev.treaty.stubs.sendgrid.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.Ids;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.ObjectKind;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The settings of the event webhooks: where they go, which events they get, and whether they are signed. Without an id, a request is for the
 * oldest.
 */
public final class EventWebhookSettings implements SendGridFeature {

    static final ObjectKind WEBHOOKS = ObjectKind.of("event_webhook");
    static final String SIGNED = "signed";

    private static final String PATH = "/v3/user/webhooks/event/settings";
    private static final int MOST = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        routes.add("POST " + PATH, EventWebhookSettings::create)
                .add("GET " + PATH + "/all", EventWebhookSettings::list)
                .add("GET " + PATH + "/signed", EventWebhookSettings::publicKey)
                .add("GET " + PATH + "/signed/{id}", EventWebhookSettings::publicKey)
                .add("PATCH " + PATH + "/signed", EventWebhookSettings::sign)
                .add("PATCH " + PATH + "/signed/{id}", EventWebhookSettings::sign)
                .add("GET " + PATH, exchange -> Responses.ok(shown(webhook(exchange))))
                .add("GET " + PATH + "/{id}", exchange -> Responses.ok(shown(webhook(exchange))))
                .add("PATCH " + PATH, EventWebhookSettings::update)
                .add("PATCH " + PATH + "/{id}", EventWebhookSettings::update)
                .add("DELETE " + PATH + "/{id}", EventWebhookSettings::delete);
    }

    private static StubResponse create(Exchange exchange) {
        var world = exchange.world();
        if (world.objects(WEBHOOKS).count() >= MOST) {
            throw SendGridError.badRequest("You have reached the maximum of %d webhooks".formatted(MOST));
        }
        var webhook = newWebhook(world, Ids.uuid());
        change(exchange, webhook);
        world.objects(WEBHOOKS).put(webhook);
        return Responses.created(shown(webhook));
    }

    private static ObjectNode newWebhook(World world, String id) {
        var webhook = Json.object().put("enabled", false).put("url", "").put("friendly_name", "");
        for (var type : EventType.values()) {
            webhook.put(type.setting(), false);
        }
        return webhook.put("id", id).put(SIGNED, false).put("created_date", TIME.format(world.now()));
    }

    /** Takes over what a request says of a webhook. */
    private static void change(Exchange exchange, ObjectNode webhook) {
        var body = RequestBody.object(exchange);
        if (body.has("url") || webhook.path("url").asText().isEmpty()) {
            webhook.put("url", url(exchange.world(), webhook, body.path("url").asText()));
        }
        flag(body, webhook, "enabled");
        for (var type : EventType.values()) {
            flag(body, webhook, type.setting());
        }
        if (body.has("friendly_name")) {
            webhook.set("friendly_name", body.path("friendly_name"));
        }
        webhook.put("updated_date", TIME.format(exchange.world().now()));
    }

    private static void flag(ObjectNode body, ObjectNode webhook, String name) {
        if (body.has(name)) {
            if (!body.path(name).isBoolean()) {
                throw SendGridError.badRequest(name, name + " must be true or false");
            }
            webhook.set(name, body.path(name));
        }
    }

    private static String url(World world, ObjectNode webhook, String url) {
        if (!isHttpUrl(url)) {
            throw SendGridError.badRequest("'%s' is not a valid url".formatted(url));
        }
        world.objects(WEBHOOKS)
                .oldestFirst()
                .filter(other -> other.path("url").asText().equals(url)
                        && !other.path("id").equals(webhook.path("id")))
                .findFirst()
                .ifPresent(other -> {
                    throw SendGridError.badRequest("%s is the url of the webhook %s"
                            .formatted(url, other.path("id").asText()));
                });
        return url;
    }

    static boolean isHttpUrl(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static StubResponse list(Exchange exchange) {
        var all = Json.object().put("max_allowed", MOST);
        var webhooks = all.putArray("webhooks");
        exchange.world()
                .objects(WEBHOOKS)
                .oldestFirst()
                .map(EventWebhookSettings::shown)
                .forEach(webhooks::add);
        return Responses.ok(all);
    }

    private static StubResponse update(Exchange exchange) {
        var webhook = webhook(exchange);
        change(exchange, webhook);
        exchange.world().objects(WEBHOOKS).put(webhook);
        return Responses.ok(shown(webhook));
    }

    private static StubResponse delete(Exchange exchange) {
        exchange.world().objects(WEBHOOKS).remove(webhook(exchange).path("id").asText());
        return Responses.noContent();
    }

    private static StubResponse sign(Exchange exchange) {
        var webhook = webhook(exchange);
        var isSigned = RequestBody.object(exchange).path("enabled");
        if (!isSigned.isBoolean()) {
            throw SendGridError.badRequest("enabled", "enabled must be true or false");
        }
        webhook.put(SIGNED, isSigned.asBoolean());
        exchange.world().objects(WEBHOOKS).put(webhook);
        return Responses.ok(key(webhook));
    }

    private static StubResponse publicKey(Exchange exchange) {
        return Responses.ok(key(webhook(exchange)));
    }

    private static ObjectNode key(ObjectNode webhook) {
        return Json.object()
                .put("id", webhook.path("id").asText())
                .put("public_key", webhook.path(SIGNED).asBoolean() ? EventSignature.PUBLIC_KEY : "");
    }

    /** As a client sees it. */
    private static ObjectNode shown(ObjectNode webhook) {
        var shown = webhook.deepCopy();
        shown.remove(SIGNED);
        if (webhook.path(SIGNED).asBoolean()) {
            shown.put("public_key", EventSignature.PUBLIC_KEY);
        }
        return shown;
    }

    /** @throws VendorError 404 if there is none */
    private static ObjectNode webhook(Exchange exchange) {
        var webhooks = exchange.world().objects(WEBHOOKS);
        var id = exchange.parameters().get("id");
        return (id == null ? webhooks.oldestFirst().findFirst() : webhooks.find(id))
                .orElseThrow(() -> SendGridError.notFound(String.valueOf(id), "Invalid id provided."));
    }

    @Override
    public boolean seed(World world, String state, ObjectNode parameters) {
        if (state.equals("a signed event webhook exists")) {
            var webhook = newWebhook(world, parameters.path("id").asText(Ids.uuid()));
            world.objects(WEBHOOKS)
                    .put(webhook.put("url", "http://127.0.0.1:9/events").put(SIGNED, true));
            return true;
        }
        return state.equals("no event webhook exists");
    }
}
