package dev.treaty.stubs.sendgrid;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.sendgrid.api.ApiKeys;
import dev.treaty.stubs.sendgrid.api.Responses;
import dev.treaty.stubs.sendgrid.api.SendGridError;
import dev.treaty.stubs.sendgrid.api.SendGridFeature;
import dev.treaty.stubs.sendgrid.event.EventWebhookSettings;
import dev.treaty.stubs.sendgrid.event.EventWebhooks;
import dev.treaty.stubs.sendgrid.mail.MailBatches;
import dev.treaty.stubs.sendgrid.mail.MailControls;
import dev.treaty.stubs.sendgrid.mail.MailSend;
import dev.treaty.stubs.sendgrid.suppression.GlobalSuppressions;
import dev.treaty.stubs.sendgrid.suppression.SuppressionLists;
import dev.treaty.stubs.sendgrid.suppression.UnsubscribeGroups;
import dev.treaty.stubs.sendgrid.template.TemplateResources;
import dev.treaty.stubs.sendgrid.template.TemplateVersions;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.limit.RateLimit;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.Json;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SendGrid, made of its features. */
final class SendGridVendor implements Vendor {

    private static final int NOT_FOUND = 404;
    private static final Map<String, Object> SCOPES = Map.of(
            "scopes",
            List.of(
                    "mail.send",
                    "mail.batch.create",
                    "asm.groups.read",
                    "suppression.read",
                    "templates.read",
                    "user.webhooks.event.settings.read"));

    private final List<SendGridFeature> features;
    private final RouteTable<RouteHandler> routes = new RouteTable<>();
    private final Map<String, DueAction> dueActions = new HashMap<>();
    private final Map<String, DeliveryPolicy> policies = new HashMap<>();

    /** @param webhooks get the events of all accounts */
    SendGridVendor(List<URI> webhooks) {
        features = List.of(
                new MailSend(),
                new MailBatches(),
                new MailControls(),
                new SuppressionLists(),
                new GlobalSuppressions(),
                new UnsubscribeGroups(),
                new TemplateResources(),
                new TemplateVersions(),
                new EventWebhookSettings(),
                new EventWebhooks(webhooks));
        routes.add("GET /v3/scopes", exchange -> Responses.ok(Json.tree(SCOPES)));
        for (var feature : features) {
            feature.addRoutes(routes);
            dueActions.putAll(feature.dueActions());
            policies.putAll(feature.deliveryPolicies());
        }
    }

    @Override
    public String provider() {
        return "sendgrid";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return ApiKeys.account(request);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        Refusals.check(exchange);
        return handler.handle(exchange);
    }

    @Override
    public Optional<RateLimit> usualRateLimit() {
        return Optional.of(Refusals.LIMIT);
    }

    @Override
    public Map<String, String> rateLimitHeaders(RateLimitStatus status) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("X-RateLimit-Limit", String.valueOf(status.limit()));
        headers.put("X-RateLimit-Remaining", String.valueOf(status.remaining()));
        headers.put("X-RateLimit-Reset", String.valueOf(status.resetsAtSeconds()));
        return headers;
    }

    /** SendGrid has no {@code Retry-After}. */
    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        return SendGridError.response(429, "too many requests");
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        var isKnownPath =
                problem.status() == NOT_FOUND && !routes.methods(request.path()).isEmpty();
        return isKnownPath
                ? SendGridError.response(405, "method not allowed")
                : SendGridError.response(problem.status(), problem.detail());
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return dueActions;
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return policies;
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        if (Refusals.seed(world, state, parameters)
                || features.stream().anyMatch(feature -> feature.seed(world, state, parameters))) {
            return Map.of();
        }
        throw new IllegalArgumentException(state);
    }
}
