package dev.treaty.stubs.airtable;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.airtable.api.AirtableError;
import dev.treaty.stubs.airtable.record.RecordRoutes;
import dev.treaty.stubs.airtable.schema.SchemaRoutes;
import dev.treaty.stubs.airtable.webhook.PingPolicy;
import dev.treaty.stubs.airtable.webhook.WebhookRoutes;
import dev.treaty.stubs.airtable.webhook.Webhooks;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Airtable, made of its schema, its records and its webhooks.
 *
 * @see <a href="https://airtable.com/developers/web/api/introduction">Airtable, Web API</a>
 */
final class AirtableVendor implements Vendor {

    private static final int NOT_FOUND = 404;
    private static final Map<Integer, String> TYPES = Map.of(
            400, "INVALID_REQUEST",
            401, "AUTHENTICATION_REQUIRED",
            403, "INVALID_PERMISSIONS",
            404, "NOT_FOUND",
            413, "REQUEST_TOO_LARGE",
            422, "INVALID_REQUEST_UNKNOWN",
            429, "RATE_LIMIT_REACHED",
            500, "SERVER_ERROR",
            503, "SERVICE_UNAVAILABLE");

    private final RouteTable<RouteHandler> routes = new RouteTable<>();
    private final Optional<URI> webhook;

    /** @param webhook where the pings of webhooks go that a provider state creates */
    AirtableVendor(Optional<URI> webhook) {
        this.webhook = webhook;
        AccessTokens.addTo(routes);
        SchemaRoutes.addTo(routes);
        WebhookRoutes.addTo(routes);
        new RecordRoutes((world, base, changes) -> new Webhooks(world).note(base, changes)).addTo(routes);
    }

    @Override
    public String provider() {
        return "airtable";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return AccessTokens.token(request);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        AccessTokens.check(exchange);
        return handler.handle(exchange);
    }

    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return AirtableError.tooManyRequests();
    }

    /** Whoever makes too many requests waits half a minute, not only for the next second. */
    @Override
    public Duration rateLimitPenalty() {
        return Duration.ofSeconds(30);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        if (problem.status() == NOT_FOUND && !routes.methods(request.path()).isEmpty()) {
            return AirtableError.notFound();
        }
        var type = TYPES.getOrDefault(problem.status(), "ERROR");
        return AirtableError.response(problem.status(), type, problem.detail());
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return PingPolicy.all();
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        new ProviderStates(world, parameters, webhook).bringAbout(state);
        return Map.of();
    }
}
