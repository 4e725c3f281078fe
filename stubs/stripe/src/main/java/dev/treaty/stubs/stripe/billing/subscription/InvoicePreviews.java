package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceDrafts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceLines;
import dev.treaty.stubs.stripe.billing.invoice.NewInvoiceItem;
import dev.treaty.stubs.stripe.billing.invoice.PendingItems;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeFeature;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.feature.StripeRoutes;
import dev.treaty.stubs.vendor.VendorError;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/invoices/create_preview}: what an invoice would be, with changes that are only considered. Nothing is kept.
 *
 * @see <a href="https://docs.stripe.com/api/invoices/create_preview">Stripe, create a preview invoice</a>
 */
public final class InvoicePreviews implements StripeFeature {

    @Override
    public void register(StripeRoutes routes) {
        routes.on("POST /v1/invoices/create_preview", (stripe, request) -> {
            var preview = preview(stripe, request);
            stripe.world().discard();
            return preview;
        });
    }

    private static ObjectNode preview(StripeContext account, StripeRequest request) {
        var subscription = subscription(account, request);
        if (subscription.isPresent()) {
            var stripe = TestClockTime.of(account, subscription.get());
            return ofSubscription(stripe, subscription.get(), request);
        }
        if (request.text("customer").isEmpty()) {
            throw StripeError.invalid("You must provide one of customer, subscription, or schedule.")
                    .code("parameter_missing")
                    .param("customer")
                    .refusal();
        }
        var customer = account.load("customer", request.text("customer"), "customer");
        var stripe = TestClockTime.of(account, customer);
        return request.params().path("subscription_details").path("items").isArray()
                ? ofNewSubscription(stripe, customer, request)
                : ofCustomer(stripe, customer, request);
    }

    private static Optional<ObjectNode> subscription(StripeContext stripe, StripeRequest request) {
        if (!request.text("subscription").isEmpty()) {
            return Optional.of(stripe.load(SubscriptionRecord.KIND, request.text("subscription"), "subscription"));
        }
        if (request.params().path("subscription_details").path("items").isArray()) {
            return Optional.empty();
        }
        return stripe
                .list(SubscriptionRecord.KIND)
                .where("customer", request.text("customer"))
                .matching(subscription -> !SubscriptionRecord.hasEnded(subscription))
                .all()
                .stream()
                .min((one, other) ->
                        Long.compare(SubscriptionRecord.periodEnd(one), SubscriptionRecord.periodEnd(other)));
    }

    private static ObjectNode ofSubscription(StripeContext stripe, ObjectNode before, StripeRequest request) {
        if (SubscriptionRecord.hasEnded(before)) {
            throw none("No upcoming invoices for subscription: "
                    + before.path("id").asText());
        }
        var details = request.params().path("subscription_details");
        var change = new SubscriptionChange(stripe, before, details);
        var after = change.after();
        if (details.path("cancel_now").asBoolean()) {
            return cancelled(stripe, after, details.path("proration_behavior").asText());
        }
        var lines = new ArrayList<>(SubscriptionInvoices.pendingLines(stripe, after));
        lines.addAll(items(stripe, change.prorations()));
        var now = change.invoicesNow();
        if (change.startsPeriod()) {
            SubscriptionRecord.items(after)
                    .forEach(item -> lines.add(SubscriptionInvoices.renewalLine(stripe, before, after, item)));
        } else if (!now) {
            lines.addAll(UpcomingInvoice.nextPeriodLines(stripe, after));
        }
        lines.addAll(extraItems(stripe, after.path("customer").asText(), request));
        if (lines.isEmpty()) {
            throw none("No upcoming invoices for subscription: "
                    + before.path("id").asText());
        }
        var at = now ? stripe.now() : SubscriptionRecord.periodEnd(after);
        discounts(stripe, after, request);
        return UpcomingInvoice.of(stripe, after, now ? "subscription_update" : "upcoming", lines, at);
    }

    private static ObjectNode cancelled(StripeContext stripe, ObjectNode subscription, String behavior) {
        var changes = new ItemChanges(stripe, subscription, stripe.now(), !behavior.equals("none"));
        SubscriptionRecord.items(subscription).forEach(changes::credit);
        var lines = new ArrayList<>(SubscriptionInvoices.pendingLines(stripe, subscription));
        lines.addAll(items(stripe, changes.prorations()));
        return UpcomingInvoice.of(stripe, subscription, "subscription_update", lines, stripe.now());
    }

    private static List<ObjectNode> items(StripeContext stripe, List<ObjectNode> fields) {
        var lines = new ArrayList<ObjectNode>();
        fields.forEach(each -> lines.add(InvoiceLines.ofItem(stripe, NewInvoiceItem.create(stripe, each))));
        return lines;
    }

    private static ObjectNode ofNewSubscription(StripeContext stripe, ObjectNode customer, StripeRequest request) {
        var params = ((ObjectNode) request.params().path("subscription_details")).deepCopy();
        params.remove(List.of("proration_date", "start_date", "cancel_now", "resume_at"));
        params.put("currency", request.text("currency"));
        var subscription = new CreationRequest(stripe, customer, params).subscription();
        var lines = new ArrayList<ObjectNode>();
        SubscriptionRecord.items(subscription)
                .forEach(item -> lines.add(SubscriptionInvoices.periodLine(stripe, subscription, item)));
        lines.addAll(SubscriptionInvoices.pendingLines(stripe, subscription));
        lines.addAll(extraItems(stripe, customer.path("id").asText(), request));
        discounts(stripe, subscription, request);
        var invoice = UpcomingInvoice.of(stripe, subscription, "subscription_create", lines, stripe.now());
        invoice.putNull("parent");
        return invoice;
    }

    private static ObjectNode ofCustomer(StripeContext stripe, ObjectNode customer, StripeRequest request) {
        var id = customer.path("id").asText();
        var lines = new ArrayList<ObjectNode>();
        PendingItems.of(stripe, id, "").forEach(item -> lines.add(InvoiceLines.ofItem(stripe, item)));
        lines.addAll(extraItems(stripe, id, request));
        if (lines.isEmpty()) {
            throw none("No upcoming invoices for customer: " + id);
        }
        var fields = Json.object().put("billing_reason", "upcoming");
        fields.put("currency", lines.get(0).path("currency").asText());
        var invoice = InvoiceDrafts.preview(stripe, customer, fields, lines);
        return invoice.put("id", "upcoming_" + invoice.path("id").asText());
    }

    private static List<ObjectNode> extraItems(StripeContext stripe, String customer, StripeRequest request) {
        var lines = new ArrayList<ObjectNode>();
        for (var row : request.params().path("invoice_items")) {
            var fields = Json.object().put("customer", customer);
            NewInvoiceItem.priced(stripe, fields, row);
            if (row.has("description")) {
                fields.put("description", row.path("description").asText());
            }
            lines.add(InvoiceLines.ofItem(stripe, NewInvoiceItem.create(stripe, fields)));
        }
        return lines;
    }

    private static void discounts(StripeContext stripe, ObjectNode subscription, StripeRequest request) {
        if (request.params().path("discounts").isArray()) {
            var owner = Json.object();
            owner.set("customer", subscription.path("customer"));
            subscription.set(
                    "discounts", Discounts.redeem(stripe, request.params().path("discounts"), owner));
        }
    }

    private static VendorError none(String message) {
        return StripeError.invalid(404, message).code("invoice_upcoming_none").refusal();
    }
}
