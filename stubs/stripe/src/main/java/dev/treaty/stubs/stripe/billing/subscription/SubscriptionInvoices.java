package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceDrafts;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceLines;
import dev.treaty.stubs.stripe.billing.invoice.PendingItems;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.ArrayList;
import java.util.List;

/** The invoices of a subscription. */
final class SubscriptionInvoices {

    private SubscriptionInvoices() {}

    /** The line of an item's current period; the period of a trial costs nothing, and metered usage is not known yet. */
    static ObjectNode periodLine(StripeContext stripe, ObjectNode subscription, ObjectNode item) {
        if (SubscriptionItem.isMetered(item)) {
            return MeteredUsage.none(stripe, item);
        }
        var trial = SubscriptionRecord.status(subscription).equals("trialing");
        var description = trial
                ? "Trial period for " + SubscriptionItem.product(stripe, item)
                : SubscriptionItem.description(stripe, item);
        return line(stripe, item, trial ? 0 : SubscriptionItem.amount(item), description);
    }

    /**
     * The line of an item that has begun a new period: what is metered is billed for the old one, everything else for the new one.
     *
     * @param before the subscription in the old period
     * @param after the same in the new period
     */
    static ObjectNode renewalLine(StripeContext stripe, ObjectNode before, ObjectNode after, ObjectNode item) {
        return MeteredUsage.line(stripe, before, item.path("id").asText())
                .orElseGet(() -> periodLine(stripe, after, item));
    }

    /** A line of an item's current period. */
    static ObjectNode line(StripeContext stripe, ObjectNode item, long amount, String description) {
        return InvoiceLines.ofSubscriptionItem(
                stripe,
                item,
                amount,
                item.path("current_period_start").asLong(),
                item.path("current_period_end").asLong(),
                description);
    }

    /** The lines of what is pending for a subscription, such as prorations. */
    static List<ObjectNode> pendingLines(StripeContext stripe, ObjectNode subscription) {
        var lines = new ArrayList<ObjectNode>();
        PendingItems.of(
                        stripe,
                        subscription.path("customer").asText(),
                        subscription.path("id").asText())
                .stream()
                .filter(item -> item.path("currency").equals(subscription.path("currency")))
                .forEach(item -> lines.add(InvoiceLines.ofItem(stripe, item)));
        return lines;
    }

    /**
     * Creates an invoice, which becomes the subscription's latest; the subscription is not kept yet.
     *
     * @param reason e.g. {@code "subscription_cycle"}
     */
    static ObjectNode create(
            StripeContext stripe, ObjectNode subscription, String reason, ObjectNode fields, List<ObjectNode> lines) {
        var customer = stripe.load("customer", subscription.path("customer").asText());
        var all = fields(stripe, subscription, reason);
        all.setAll(fields);
        var invoice = InvoiceDrafts.create(stripe, customer, all, lines);
        subscription.put("latest_invoice", invoice.path("id").asText());
        return invoice;
    }

    /** What an invoice takes from its subscription. */
    static ObjectNode fields(StripeContext stripe, ObjectNode subscription, String reason) {
        var fields = Json.object()
                .put("auto_advance", true)
                .put("billing_reason", reason)
                .put("collection_method", subscription.path("collection_method").asText())
                .put("currency", subscription.path("currency").asText());
        fields.set("_days_until_due", subscription.path("days_until_due"));
        fields.set("_subscription", subscription.path("id"));
        var parent = fields.putObject("parent").putNull("quote_details");
        var details = parent.putObject("subscription_details");
        details.set("metadata", subscription.path("metadata"));
        details.set("subscription", subscription.path("id"));
        parent.put("type", "subscription_details");
        if (subscription.path("default_tax_rates").isArray()) {
            fields.set("default_tax_rates", subscription.path("default_tax_rates"));
            var ids = fields.putArray("_default_tax_rates");
            subscription
                    .path("default_tax_rates")
                    .forEach(rate -> ids.add(rate.path("id").asText()));
        }
        discounts(stripe, subscription, fields);
        pause(subscription, fields);
        fields.put("_setup_future_usage", "off_session");
        return fields;
    }

    private static void discounts(StripeContext stripe, ObjectNode subscription, ObjectNode fields) {
        var discounts = fields.putArray("discounts");
        subscription.path("discounts").forEach(id -> {
            if (!Discounts.hasEnded(stripe, id.asText())) {
                discounts.add(id);
            }
        });
    }

    /** A subscription whose collection is paused makes invoices that are not collected. */
    private static void pause(ObjectNode subscription, ObjectNode fields) {
        var behavior = subscription.path("pause_collection").path("behavior").asText("");
        if (behavior.equals("keep_as_draft")
                || SubscriptionRecord.status(subscription).equals("unpaid")) {
            fields.put("auto_advance", false);
        } else if (!behavior.isEmpty()) {
            fields.put("_pause", behavior);
        }
    }

    /** Coupons that count once are gone after an invoice, and so are those whose months are over. */
    static void useDiscounts(StripeContext stripe, ObjectNode subscription) {
        var kept = Json.object().arrayNode();
        subscription.path("discounts").forEach(id -> {
            var once = Discounts.coupon(stripe, id.asText())
                    .path("duration")
                    .asText()
                    .equals("once");
            if (!once && !Discounts.hasEnded(stripe, id.asText())) {
                kept.add(id);
            }
        });
        subscription.set("discounts", kept);
    }
}
