package dev.treaty.stubs.stripe;

import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.event.EventLog;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripePaths;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.payment.PaymentFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stripe, as tables and transitions on the engine of vendor replays. */
final class StripeVendor implements Vendor {

    /** The parts of the replay; what none of them answers is generic. */
    private static final List<StripeFeature> FEATURES = List.of(new PaymentFeature());

    private final StripeRoutes routes = new StripeRoutes();
    private final RouteTable<RouteHandler> table = new RouteTable<>();

    StripeVendor() {
        FEATURES.forEach(feature -> feature.register(routes));
        var frame = new RequestFrame(routes);
        routes.handlers().forEach((route, handler) -> table.add(route, exchange -> frame.answer(exchange, handler)));
        routes.pages().forEach((route, page) -> table.add(pageRoute(route), exchange -> frame.show(exchange, page)));
    }

    private static String pageRoute(String route) {
        return route.replace(" ", " " + StripePaths.PAGES + "{account}");
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return table;
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return request.bearerToken().orElse("");
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return StripeError.invalid(problem.status(), problem.detail()).toResponse();
    }

    @Override
    public Map<String, DueAction> dueActions() {
        var actions = new HashMap<String, DueAction>();
        routes.actions()
                .forEach((name, action) -> actions.put(
                        name, (world, data) -> action.run(StripeContext.of(world, routes, EventLog.Cause.TIME), data)));
        return actions;
    }
}
