package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** Plans the end of a subscription, or withdraws it. */
final class SubscriptionCancelation {

    private SubscriptionCancelation() {}

    /** At the end of the current period. */
    static void atPeriodEnd(StripeContext stripe, ObjectNode subscription) {
        at(stripe, subscription, SubscriptionRecord.periodEnd(subscription));
        subscription.put("cancel_at_period_end", true);
    }

    /** At a time, in seconds since 1970. */
    static void at(StripeContext stripe, ObjectNode subscription, long time) {
        subscription.put("cancel_at", time).put("canceled_at", stripe.now()).put("cancel_at_period_end", false);
        subscription.withObject("/cancellation_details").put("reason", "cancellation_requested");
    }

    /** Withdraws the cancellation. */
    static void withdraw(ObjectNode subscription) {
        subscription.putNull("cancel_at").putNull("canceled_at").put("cancel_at_period_end", false);
        subscription.withObject("/cancellation_details").putNull("reason");
    }
}
