package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.ParameterMerge;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.stream.StreamSupport;

/**
 * Subscriptions: incomplete or trialing → active ↔ past due → canceled.
 *
 * @see <a href="https://docs.stripe.com/api/subscriptions">Stripe, subscriptions</a>
 */
public final class Subscriptions implements StripeFeature {

    private static final String KIND = SubscriptionRecord.KIND;

    private final Invoicing invoicing;
    private final SubscriptionCreation creation;
    private final SubscriptionUpdate update;

    /** Subscriptions whose invoices are finalized and collected like this. */
    public Subscriptions(Invoicing invoicing) {
        this.invoicing = invoicing;
        creation = new SubscriptionCreation(invoicing);
        update = new SubscriptionUpdate(invoicing);
    }

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/subscriptions", this::create)
                .on("POST /v1/subscriptions/{id}", this::update)
                .on("DELETE /v1/subscriptions/{id}", this::cancel)
                .on("POST /v1/subscriptions/{id}/resume", this::resume)
                .on("POST /v1/subscriptions/{id}/pause", Subscriptions::pause)
                .on("DELETE /v1/subscriptions/{id}/discount", Subscriptions::deleteDiscount)
                .on("GET /v1/subscriptions", Subscriptions::list)
                .simulates(KIND, SubscriptionRecord.ITEM)
                .whenDeleted("customer", Subscriptions::cancelAll)
                .whenEmitted("setup_intent.succeeded", PendingSetup::succeeded);
    }

    private ObjectNode create(StripeContext account, StripeRequest request) {
        if (request.text("customer").isEmpty()) {
            throw StripeError.missing("customer").refusal();
        }
        var customer = account.load("customer", request.text("customer"), "customer");
        return creation.create(TestClockTime.of(account, customer), customer, request.params());
    }

    private ObjectNode update(StripeContext account, StripeRequest request) {
        var subscription = account.load(KIND, request.id());
        return update.apply(TestClockTime.of(account, subscription), subscription, request.params());
    }

    private ObjectNode cancel(StripeContext account, StripeRequest request) {
        var found = account.load(KIND, request.id());
        if (SubscriptionRecord.hasEnded(found)) {
            throw StripeError.invalid(404, "No such subscription: '%s'".formatted(request.id()))
                    .code("resource_missing")
                    .param("id")
                    .refusal();
        }
        var stripe = TestClockTime.of(account, found);
        var subscription = found.deepCopy();
        ParameterMerge.into(
                subscription.withObject("/cancellation_details"),
                request.params().path("cancellation_details"),
                "comment",
                "feedback");
        if (request.flag("prorate")) {
            credit(stripe, subscription);
        }
        if (request.flag("invoice_now")) {
            invoiceNow(stripe, subscription);
        }
        return SubscriptionEnd.cancel(stripe, subscription, "cancellation_requested");
    }

    /** A customer who is deleted takes all subscriptions along. */
    private static void cancelAll(StripeContext stripe, ObjectNode customer) {
        stripe.list(KIND)
                .where("customer", customer.path("id").asText())
                .matching(subscription -> !SubscriptionRecord.hasEnded(subscription))
                .all()
                .forEach(subscription -> SubscriptionEnd.cancel(stripe, subscription, "cancellation_requested"));
    }

    private static void credit(StripeContext stripe, ObjectNode subscription) {
        var changes = new ItemChanges(stripe, subscription, stripe.now(), true);
        SubscriptionRecord.items(subscription).forEach(changes::credit);
        changes.prorations().forEach(fields -> NewInvoiceItem.create(stripe, fields));
    }

    private void invoiceNow(StripeContext stripe, ObjectNode subscription) {
        var lines = new ArrayList<>(SubscriptionInvoices.pendingLines(stripe, subscription));
        lines.addAll(MeteredUsage.lines(stripe, subscription));
        if (!lines.isEmpty()) {
            var draft = SubscriptionInvoices.create(stripe, subscription, "subscription_update", Json.object(), lines);
            SubscriptionRecord.save(stripe, subscription);
            invoicing.completeAndCollect(stripe, draft);
        }
    }

    /** Paused → active, with a new period. */
    private ObjectNode resume(StripeContext account, StripeRequest request) {
        var subscription = account.load(KIND, request.id());
        if (!SubscriptionRecord.status(subscription).equals("paused")) {
            throw StripeError.invalid(
                            "You can only resume a subscription that is paused. This subscription's status is `%s`."
                                    .formatted(SubscriptionRecord.status(subscription)))
                    .refusal();
        }
        var stripe = TestClockTime.of(account, subscription);
        var params = request.params().deepCopy();
        if (!params.has("billing_cycle_anchor")) {
            params.put("billing_cycle_anchor", "now");
        }
        params.put("proration_behavior", "none");
        var resumed = update.apply(stripe, subscription.deepCopy().put("status", "active"), params);
        stripe.emit("customer.subscription.resumed", subscription, resumed);
        return resumed;
    }

    private static ObjectNode pause(StripeContext account, StripeRequest request) {
        var subscription = account.load(KIND, request.id());
        if (!SubscriptionRecord.status(subscription).matches("active|trialing|past_due")) {
            throw StripeError.invalid("You can't pause a subscription with the status `%s`."
                            .formatted(SubscriptionRecord.status(subscription)))
                    .refusal();
        }
        var stripe = TestClockTime.of(account, subscription);
        var paused = subscription.deepCopy().put("status", "paused");
        SubscriptionRecord.save(stripe, paused);
        stripe.emit("customer.subscription.paused", subscription, paused);
        return paused;
    }

    private static ObjectNode deleteDiscount(StripeContext stripe, StripeRequest request) {
        var subscription = stripe.load(KIND, request.id());
        var discount = subscription.path("discounts").path(0).asText("");
        if (discount.isEmpty()) {
            throw StripeError.invalid(404, "No active discount for subscription: " + request.id())
                    .code("resource_missing")
                    .refusal();
        }
        var after = subscription.deepCopy();
        after.putArray("discounts");
        SubscriptionRecord.update(stripe, subscription, after);
        var deleted = stripe.load("discount", discount);
        stripe.emit("customer.discount.deleted", deleted);
        return deleted.put("deleted", true);
    }

    private static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        if (request.has("customer")) {
            list.where("customer", request.text("customer"));
        }
        for (var field : new String[] {"collection_method", "test_clock"}) {
            if (request.has(field)) {
                list.where(field, request.text(field));
            }
        }
        if (!request.has("customer") && !request.has("test_clock")) {
            list.matching(subscription -> !subscription.path("test_clock").isTextual());
        }
        var status = request.text("status");
        list.matching(subscription -> hasStatus(subscription, status));
        for (var field : new String[] {"price", "plan"}) {
            if (request.has(field)) {
                list.matching(subscription -> hasPrice(subscription, request.text(field)));
            }
        }
        for (var field : new String[] {"current_period_end", "current_period_start"}) {
            if (request.has(field)) {
                list.matching(subscription -> SubscriptionRecord.items(subscription).stream()
                        .anyMatch(item -> ListFilters.includes(request.params().path(field), item.path(field))));
            }
        }
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), "/v1/subscriptions");
    }

    /** Without a status, those that are not canceled. */
    private static boolean hasStatus(ObjectNode subscription, String status) {
        return switch (status) {
            case "all" -> true;
            case "ended" -> SubscriptionRecord.hasEnded(subscription);
            case "" -> !SubscriptionRecord.status(subscription).equals("canceled");
            default -> SubscriptionRecord.status(subscription).equals(status);
        };
    }

    private static boolean hasPrice(ObjectNode subscription, String price) {
        return StreamSupport.stream(subscription.path("items").path("data").spliterator(), false)
                .anyMatch(item -> item.path("price").path("id").asText().equals(price));
    }
}
