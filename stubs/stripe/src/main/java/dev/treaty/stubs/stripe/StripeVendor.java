package dev.treaty.stubs.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.http.provider.ProviderReplay;
import dev.treaty.stubs.http.response.HttpProblem;
import dev.treaty.stubs.http.response.StubResponse;
import dev.treaty.stubs.stripe.billing.BillingFeature;
import dev.treaty.stubs.stripe.checkout.CheckoutFeature;
import dev.treaty.stubs.stripe.customer.CustomerFeature;
import dev.treaty.stubs.stripe.event.EventCause;
import dev.treaty.stubs.stripe.event.WebhookDelivery;
import dev.treaty.stubs.stripe.feature.StripeEnvironment;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripePaths;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.GenericResources;
import dev.treaty.stubs.stripe.payment.PaymentFeature;
import dev.treaty.stubs.stripe.request.ApiKey;
import dev.treaty.stubs.stripe.state.ProviderStates;
import dev.treaty.stubs.stripe.surface.Surface;
import dev.treaty.stubs.stripe.webhook.EventFeature;
import dev.treaty.stubs.stripe.webhook.WebhookEndpointFeature;
import dev.treaty.stubs.vendor.DueAction;
import dev.treaty.stubs.vendor.RouteHandler;
import dev.treaty.stubs.vendor.Vendor;
import dev.treaty.stubs.vendor.delivery.DeliveryPolicy;
import dev.treaty.stubs.vendor.request.RouteTable;
import dev.treaty.stubs.vendor.request.VendorRequest;
import dev.treaty.stubs.vendor.world.World;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stripe, as tables and transitions on the engine of vendor replays. */
final class StripeVendor implements Vendor {

    /** Says what of a response is not Stripe's. */
    static final String NOT_COVERED = "Treaty-Not-Covered";

    /** The parts of the replay; what none of them answers is generic. */
    private static final List<StripeFeature> FEATURES = List.of(
            new CustomerFeature(),
            new EventFeature(),
            new WebhookEndpointFeature(),
            new PaymentFeature(),
            new BillingFeature(),
            new CheckoutFeature(BillingFeature.invoicing()),
            // last, because it is told what the others answer
            new GenericResources());

    private final List<URI> webhooks;
    private @Nullable Tables tables;

    StripeVendor(List<URI> webhooks) {
        this.webhooks = List.copyOf(webhooks);
    }

    /** Built for the first request, because reading the data takes a moment that the start of the server does not need. */
    private synchronized Tables tables() {
        if (tables == null) {
            tables = Tables.of(webhooks);
        }
        return tables;
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public RouteTable<RouteHandler> routes() {
        return tables().routes();
    }

    @Override
    public String account(VendorRequest request, Optional<RouteTable.Match<RouteHandler>> route) {
        return route.filter(match -> request.path().startsWith(StripePaths.PAGES))
                .map(match -> match.parameters().getOrDefault("account", ""))
                .orElseGet(() -> ApiKey.of(request).account(request));
    }

    @Override
    public StubResponse complete(VendorRequest request, StubResponse response) {
        return request.path().startsWith(ProviderReplay.CONTROL_PATH)
                ? response
                : ResponseHeaders.complete(request, response);
    }

    @Override
    public StubResponse error(VendorRequest request, HttpProblem problem) {
        return StubProblems.toResponse(request, problem);
    }

    @Override
    public Map<String, DueAction> dueActions() {
        return tables().actions();
    }

    @Override
    public Map<String, DeliveryPolicy> deliveryPolicies() {
        return Map.of(WebhookDelivery.PURPOSE, new WebhookDelivery());
    }

    @Override
    public Map<String, Object> seed(World world, String state, ObjectNode parameters) {
        return tables().states().bringAbout(world, state, parameters);
    }

    /**
     * What the parts of the replay registered.
     *
     * @param routes of requests
     * @param actions what is done later, by its name
     * @param states that requests cannot bring about
     */
    private record Tables(RouteTable<RouteHandler> routes, Map<String, DueAction> actions, ProviderStates states) {

        static Tables of(List<URI> webhooks) {
            var registered = new StripeRoutes();
            FEATURES.forEach(feature -> feature.register(registered));
            var environment = new StripeEnvironment(registered, webhooks);
            var frame = new RequestFrame(environment);
            var routes = new RouteTable<RouteHandler>();
            registered.answers().forEach(answer -> {
                var operation = Surface.get()
                        .operation(answer.route())
                        .orElseThrow(() -> new IllegalStateException("The data does not have " + answer.route()));
                routes.add(answer.route(), exchange -> frame.answer(exchange, answer, operation));
            });
            registered
                    .pages()
                    .forEach((route, page) -> routes.add(
                            route.replace(" ", " " + StripePaths.PAGES + "{account}"),
                            exchange -> frame.show(exchange, page)));
            var actions = new HashMap<String, DueAction>();
            registered
                    .actions()
                    .forEach((name, action) -> actions.put(
                            name, (world, data) -> action.run(environment.context(world, EventCause.TIME), data)));
            return new Tables(routes, Map.copyOf(actions), new ProviderStates(environment));
        }
    }
}
