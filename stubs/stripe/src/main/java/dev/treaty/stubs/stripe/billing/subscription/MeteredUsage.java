package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceLines;
import dev.treaty.stubs.stripe.billing.meter.MeterUsage;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.List;
import java.util.Optional;

/**
 * The metered items of a subscription, which are billed when the period is over.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/usage-based/how-it-works">Stripe, how usage-based billing works</a>
 */
final class MeteredUsage {

    private MeteredUsage() {}

    /** The line for what an item has used of its current period so far; empty if it is not metered, or not there. */
    static Optional<ObjectNode> line(StripeContext stripe, ObjectNode subscription, String item) {
        return SubscriptionRecord.items(subscription).stream()
                .filter(candidate -> candidate.path("id").asText().equals(item))
                .filter(SubscriptionItem::isMetered)
                .findFirst()
                .map(found -> line(stripe, subscription, found));
    }

    /** The lines of all metered items. */
    static List<ObjectNode> lines(StripeContext stripe, ObjectNode subscription) {
        return SubscriptionRecord.items(subscription).stream()
                .filter(SubscriptionItem::isMetered)
                .map(item -> line(stripe, subscription, item))
                .toList();
    }

    private static ObjectNode line(StripeContext stripe, ObjectNode subscription, ObjectNode item) {
        if (SubscriptionRecord.status(subscription).equals("trialing")) {
            return none(stripe, item);
        }
        var used = MeterUsage.of(
                stripe,
                item.path("price").path("recurring"),
                subscription.path("customer").asText(),
                item.path("current_period_start").asLong(),
                item.path("current_period_end").asLong());
        return line(stripe, item, used);
    }

    /** The line of a period in which nothing has been used yet. */
    static ObjectNode none(StripeContext stripe, ObjectNode item) {
        return line(stripe, item, 0);
    }

    private static ObjectNode line(StripeContext stripe, ObjectNode item, long used) {
        var counted = item.deepCopy().put("quantity", used);
        var description = SubscriptionItem.description(stripe, counted);
        return InvoiceLines.ofSubscriptionItem(
                stripe,
                counted,
                SubscriptionItem.usageAmount(counted),
                counted.path("current_period_start").asLong(),
                counted.path("current_period_end").asLong(),
                description);
    }
}
