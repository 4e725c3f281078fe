package dev.treaty.stubs.stripe.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.event.WebhookEndpoints;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GivenFields;
import dev.treaty.stubs.stripe.resource.Ids;
import dev.treaty.stubs.vendor.world.Json;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Webhook endpoints.
 *
 * @see <a href="https://docs.stripe.com/api/webhook_endpoints">Stripe, webhook endpoints</a>
 */
public final class WebhookEndpointFeature implements StripeFeature {

    private static final String KIND = "webhook_endpoint";

    /** https://docs.stripe.com/webhooks#register-webhook */
    private static final int MOST = 16;

    @Override
    public void register(StripeRoutes routes) {
        routes.simulates(KIND)
                .on("POST /v1/webhook_endpoints", WebhookEndpointFeature::create)
                .on("POST /v1/webhook_endpoints/{id}", WebhookEndpointFeature::update)
                .defaults(KIND, endpoint -> endpoint.put("status", "enabled"));
    }

    private static ObjectNode create(StripeContext stripe, StripeRequest request) {
        checkUrl(request);
        if (stripe.list(KIND).stream().limit(MOST).count() == MOST) {
            throw StripeError.invalid("You have reached the maximum of %d test webhook endpoints.".formatted(MOST))
                    .refusal();
        }
        var endpoint = stripe.draft(KIND, Json.object());
        GivenFields.copy(request.params(), endpoint);
        endpoint.put(WebhookEndpoints.SECRET, "whsec_" + Ids.random(32));
        stripe.save(endpoint);
        return endpoint.put("secret", endpoint.path(WebhookEndpoints.SECRET).asText());
    }

    private static ObjectNode update(StripeContext stripe, StripeRequest request) {
        checkUrl(request);
        var endpoint = stripe.load(KIND, request.id());
        GivenFields.copy(request.params(), endpoint);
        if (request.has("disabled")) {
            endpoint.put("status", request.flag("disabled") ? "disabled" : "enabled");
        }
        stripe.save(endpoint);
        return endpoint;
    }

    private static void checkUrl(StripeRequest request) {
        if (!request.has("url")) {
            return;
        }
        var url = request.text("url");
        try {
            var parsed = new URI(url);
            if (parsed.getHost() != null && ("http".equals(parsed.getScheme()) || "https".equals(parsed.getScheme()))) {
                return;
            }
        } catch (URISyntaxException e) {
            // as for other invalid URLs
        }
        var message = url.contains("://")
                ? "Invalid URL: " + url
                : "Invalid URL: An explicit scheme (such as https) must be provided.";
        throw StripeError.invalid(message).code("url_invalid").param("url").refusal();
    }
}
