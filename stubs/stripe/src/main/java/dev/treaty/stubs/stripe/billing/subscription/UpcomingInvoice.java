package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceDrafts;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The invoice that a subscription will have at the end of its period. Nothing of it is kept. */
final class UpcomingInvoice {

    private UpcomingInvoice() {}

    /** With the pending items, and the next period of what ends first. */
    static ObjectNode next(StripeContext stripe, ObjectNode subscription) {
        var lines = new ArrayList<>(SubscriptionInvoices.pendingLines(stripe, subscription));
        lines.addAll(nextPeriodLines(stripe, subscription));
        return of(stripe, subscription, "upcoming", lines, SubscriptionRecord.periodEnd(subscription));
    }

    /** The lines of the next period. */
    static List<ObjectNode> nextPeriodLines(StripeContext stripe, ObjectNode subscription) {
        var later = subscription.deepCopy();
        if (SubscriptionRecord.status(later).equals("trialing")) {
            later.put("status", "active");
        }
        var lines = new ArrayList<ObjectNode>();
        if (later.path("cancel_at_period_end").asBoolean()) {
            return MeteredUsage.lines(stripe, subscription);
        }
        var then = stripe.at(Instant.ofEpochSecond(SubscriptionRecord.periodEnd(later)));
        SubscriptionPeriods.advance(then, later)
                .forEach(item -> lines.add(SubscriptionInvoices.renewalLine(stripe, subscription, later, item)));
        return lines;
    }

    /**
     * A preview of an invoice.
     *
     * @param at when it is made, in seconds since 1970
     */
    static ObjectNode of(
            StripeContext stripe, ObjectNode subscription, String reason, List<ObjectNode> lines, long at) {
        var customer = stripe.load("customer", subscription.path("customer").asText());
        var fields = SubscriptionInvoices.fields(stripe, subscription, reason);
        var start = SubscriptionRecord.items(subscription).stream()
                .mapToLong(item -> item.path("current_period_start").asLong())
                .min()
                .orElse(at);
        fields.put("period_start", start).put("period_end", at).put("created", at);
        fields.setAll(Json.object().put("next_payment_attempt", at + 3_600));
        var invoice = InvoiceDrafts.preview(stripe, customer, fields, lines);
        return invoice.put("id", "upcoming_" + invoice.path("id").asText());
    }
}
