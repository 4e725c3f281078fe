package dev.treaty.stubs.sendgrid.suppression;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.Page;
import dev.treaty.stubs.sendgrid.api.RequestBody;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.util.List;

/** The lists of bounces, blocks, invalid addresses and spam reports; that of unsubscribed addresses can be read. */
public final class SuppressionLists implements SendGridFeature {

    private static final String REASON =
            "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's"
                    + " email address for typos or unnecessary spaces.";

    @Override
    public void addRoutes(RouteTable<RouteHandler> routes) {
        for (var kind : SuppressionKind.values()) {
            var path = "/v3/suppression/" + kind.path();
            routes.add("GET " + path, exchange -> list(exchange, kind));
            if (kind != SuppressionKind.UNSUBSCRIBE) {
                routes.add("GET " + path + "/{email}", exchange -> find(exchange, kind))
                        .add("DELETE " + path + "/{email}", exchange -> delete(exchange, kind))
                        .add("DELETE " + path, exchange -> deleteSeveral(exchange, kind));
            }
        }
    }

    private static StubResponse list(Exchange exchange, SuppressionKind kind) {
        var wanted = exchange.request().queryParameters().getOrDefault("email", List.of());
        if (!wanted.isEmpty()) {
            return found(exchange, kind, wanted.get(0));
        }
        return array(new Suppressions(exchange.world()).list(kind, Page.of(exchange)));
    }

    private static StubResponse find(Exchange exchange, SuppressionKind kind) {
        return found(exchange, kind, exchange.parameter("email"));
    }

    /** An address that is not on the list has an empty list, not 404. */
    private static StubResponse found(Exchange exchange, SuppressionKind kind, String email) {
        return array(new Suppressions(exchange.world())
                .find(kind, email)
                .map(List::of)
                .orElseGet(List::of));
    }

    private static StubResponse array(List<ObjectNode> entries) {
        return Responses.ok(Json.tree(entries));
    }

    private static StubResponse delete(Exchange exchange, SuppressionKind kind) {
        new Suppressions(exchange.world()).remove(kind, exchange.parameter("email"));
        return Responses.noContent();
    }

    private static StubResponse deleteSeveral(Exchange exchange, SuppressionKind kind) {
        var suppressions = new Suppressions(exchange.world());
        var body = RequestBody.object(exchange);
        var isAll = body.path("delete_all").asBoolean();
        if (isAll == body.path("emails").isArray()) {
            throw SendGridError.badRequest("either emails or delete_all is required");
        }
        if (isAll) {
            suppressions.removeAll(kind);
        } else {
            body.path("emails").forEach(email -> suppressions.remove(kind, email.asText()));
        }
        return Responses.noContent();
    }

    @Override
    public boolean seed(World world, String state, ObjectNode parameters) {
        var suppressions = new Suppressions(world);
        switch (state) {
            case "an address has bounced" ->
                bounce(suppressions, parameters.path("email").asText(), world.nowSeconds());
            case "addresses have bounced" ->
                parameters
                        .path("emails")
                        .forEach(email -> bounce(
                                suppressions,
                                email.asText(),
                                Math.max(parameters.path("since").asLong(), world.nowSeconds())));
            case "an address has not bounced" ->
                suppressions.remove(
                        SuppressionKind.BOUNCE, parameters.path("email").asText());
            case "an address is unsubscribed" ->
                suppressions.add(
                        SuppressionKind.UNSUBSCRIBE, parameters.path("email").asText(), Json.object());
            case "an address is not unsubscribed" ->
                suppressions.remove(
                        SuppressionKind.UNSUBSCRIBE, parameters.path("email").asText());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void bounce(Suppressions suppressions, String email, long created) {
        suppressions.add(
                SuppressionKind.BOUNCE,
                email,
                Json.object().put("reason", REASON).put("status", "5.1.1"),
                created);
    }
}
