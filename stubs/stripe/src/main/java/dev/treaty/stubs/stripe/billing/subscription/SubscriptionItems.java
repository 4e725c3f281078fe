package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.world.Json;
import java.util.List;

/**
 * The items of subscriptions, one by one. A change of an item is a change of its subscription.
 *
 * @see <a href="https://docs.stripe.com/api/subscription_items">Stripe, subscription items</a>
 */
public final class SubscriptionItems implements StripeFeature {

    private static final List<String> OF_SUBSCRIPTION =
            List.of("payment_behavior", "proration_behavior", "proration_date", "off_session");

    private final SubscriptionUpdate update;

    /** Items of subscriptions whose invoices are finalized and collected like this. */
    public SubscriptionItems(Invoicing invoicing) {
        update = new SubscriptionUpdate(invoicing);
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/subscription_items", this::create)
                .on("POST /v1/subscription_items/{id}", this::change)
                .on("DELETE /v1/subscription_items/{id}", this::delete)
                .on("GET /v1/subscription_items", SubscriptionItems::list);
    }

    private ObjectNode create(StripeContext stripe, StripeRequest request) {
        var subscription = stripe.load(SubscriptionRecord.KIND, request.text("subscription"), "subscription");
        if (!request.has("price") && !request.has("price_data") && !request.has("plan")) {
            throw StripeError.missing("price").refusal();
        }
        var after = apply(stripe, subscription, item(request), request);
        var items = SubscriptionRecord.items(after);
        return items.get(items.size() - 1);
    }

    private ObjectNode change(StripeContext stripe, StripeRequest request) {
        var subscription = subscription(stripe, request);
        var after = apply(stripe, subscription, item(request).put("id", request.id()), request);
        return SubscriptionRecord.items(after).stream()
                .filter(item -> item.path("id").asText().equals(request.id()))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode delete(StripeContext stripe, StripeRequest request) {
        var row = Json.object().put("id", request.id()).put("deleted", true);
        apply(stripe, subscription(stripe, request), row, request);
        return Json.object()
                .put("id", request.id())
                .put("object", SubscriptionRecord.ITEM)
                .put("deleted", true);
    }

    private static ObjectNode subscription(StripeContext stripe, StripeRequest request) {
        var item = stripe.load(SubscriptionRecord.ITEM, request.id());
        return stripe.load(SubscriptionRecord.KIND, item.path("subscription").asText());
    }

    private static ObjectNode item(StripeRequest request) {
        var row = request.params().deepCopy();
        row.remove(OF_SUBSCRIPTION);
        row.remove(List.of("subscription", "expand"));
        return row;
    }

    private ObjectNode apply(StripeContext account, ObjectNode subscription, ObjectNode row, StripeRequest request) {
        var params = Json.object();
        OF_SUBSCRIPTION.stream()
                .filter(request::has)
                .forEach(name -> params.set(name, request.params().path(name)));
        params.putArray("items").add(row);
        return update.apply(TestClockTime.of(account, subscription), subscription, params);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        if (request.text("subscription").isEmpty()) {
            throw StripeError.missing("subscription").refusal();
        }
        stripe.load(SubscriptionRecord.KIND, request.text("subscription"), "subscription");
        return stripe.list(SubscriptionRecord.ITEM)
                .where("subscription", request.text("subscription"))
                .page(request.params(), "/v1/subscription_items");
    }
}
