package dev.treaty.stubs.samsara;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.samsara.address.Addresses;
import dev.treaty.stubs.samsara.api.SamsaraError;
import dev.treaty.stubs.samsara.api.SamsaraFeature;
import dev.treaty.stubs.samsara.api.Tokens;
import dev.treaty.stubs.samsara.driver.Drivers;
import dev.treaty.stubs.samsara.route.RouteLog;
import dev.treaty.stubs.samsara.route.Routes;
import dev.treaty.stubs.samsara.vehicle.Statistics;
import dev.treaty.stubs.samsara.vehicle.Vehicles;
import dev.treaty.stubs.samsara.webhook.Events;
import dev.treaty.stubs.samsara.webhook.Webhooks;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.Exchange;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.limit.Outage;
import dev.treaty.stubs.vendor.limit.RateLimitStatus;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.math.BigDecimal;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samsara, made of its features. */
final class SamsaraVendor implements Vendor {

    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final RouteTable<RouteHandler> routes = new RouteTable<>();
    private final Map<String, DueAction> dueActions = new HashMap<>();
    private final Map<String, DeliveryPolicy> policies = new HashMap<>();
    private final SamsaraStates states;

    /** @param webhooks where all events go, beside the webhooks that an account has registered */
    SamsaraVendor(List<URI> webhooks) {
        var events = new Events(webhooks);
        var vehicles = new Vehicles(events);
        var itineraries = new Routes(events);
        var alerts = new Webhooks(events);
        states = new SamsaraStates(events, vehicles, itineraries, alerts);
        List<SamsaraFeature> features = List.of(
                new Tokens(),
                vehicles,
                new Statistics(),
                new Drivers(events),
                new Addresses(events),
                itineraries,
                new RouteLog(),
                alerts);
        for (var feature : features) {
            feature.addRoutes(routes);
            dueActions.putAll(feature.dueActions());
            policies.putAll(feature.deliveryPolicies());
        }
    }

    @Override
    public String provider() {
        return "samsara";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return routes;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return Tokens.of(request);
    }

    @Override
    public StubResponse answer(Exchange exchange, RouteHandler handler) {
        Tokens.check(exchange);
        Outage.status(exchange.world()).ifPresent(status -> {
            throw new VendorError(SamsaraError.response(status, "The service is unavailable."));
        });
        Fleet.open(exchange.world());
        return handler.handle(exchange);
    }

    /** Samsara says to the fraction of a second how long to wait. */
    @Override
    public StubResponse tooManyRequests(VendorRequest request, RateLimitStatus status) {
        var seconds = BigDecimal.valueOf(status.untilReset().toMillis(), 3);
        return SamsaraError.response(429, "Exceeded rate limit.").withHeader("Retry-After", seconds.toPlainString());
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        var isOtherMethod = problem.status() == NOT_FOUND
                && !routes.methods(request.path()).isEmpty()
                && !routes.methods(request.path()).contains(request.method());
        return SamsaraError.response(isOtherMethod ? METHOD_NOT_ALLOWED : problem.status(), problem.detail());
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
        Fleet.open(world);
        return states.bringAbout(world, state, parameters);
    }
}
