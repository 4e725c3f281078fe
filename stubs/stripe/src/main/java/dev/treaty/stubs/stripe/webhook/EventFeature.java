package dev.treaty.stubs.stripe.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.event.WebhookDelivery;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The events of an account.
 *
 * @see <a href="https://docs.stripe.com/api/events">Stripe, events</a>
 */
public final class EventFeature implements StripeFeature {

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates("event").on("GET /v1/events", EventFeature::list);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        if (request.has("type") && request.has("types")) {
            throw StripeError.invalid("You may only specify one of these parameters: type, types.")
                    .param("types")
                    .refusal();
        }
        var params = request.params();
        var query = stripe.list("event");
        var type = request.text("type");
        if (type.contains("*")) {
            query.matching(event -> isLike(type, event.path("type").asText()));
        } else if (!type.isEmpty()) {
            query.where("type", type);
        }
        if (request.has("types")) {
            var types = types(params);
            query.matching(event -> types.contains(event.path("type").asText()));
        }
        if (request.has("delivery_success")) {
            query.matching(event -> isDelivered(event) == request.flag("delivery_success"));
        }
        var created = Json.object();
        if (request.has("created")) {
            created.set("created", params.path("created"));
        }
        return ListFilters.apply(created, query).page(params, request.url());
    }

    /** E.g. {@code "charge.*"}. */
    private static boolean isLike(String pattern, String type) {
        var parts = List.of(pattern.split("\\*", -1));
        var first = parts.get(0);
        var last = parts.get(parts.size() - 1);
        return type.length() >= first.length() + last.length() && type.startsWith(first) && type.endsWith(last);
    }

    private static Set<String> types(ObjectNode params) {
        var types = new HashSet<String>();
        params.path("types").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static boolean isDelivered(ObjectNode event) {
        return event.path("pending_webhooks").asInt() == 0
                && !event.path(WebhookDelivery.FAILED).asBoolean();
    }
}
