package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** How subscriptions end: canceled, or expired because the first payment never came. */
public final class SubscriptionEnd {

    private SubscriptionEnd() {}

    /**
     * Ends a subscription now. Its invoices are no longer collected.
     *
     * @param reason of {@code cancellation_details}, e.g. {@code "cancellation_requested"}
     */
    public static ObjectNode cancel(StripeContext stripe, ObjectNode subscription, String reason) {
        var ended = subscription.deepCopy().put("status", "canceled").put("ended_at", stripe.now());
        if (!ended.path("canceled_at").isNumber()) {
            ended.put("canceled_at", stripe.now());
        }
        var details = ended.withObject("/cancellation_details");
        if (!details.path("reason").isTextual()) {
            details.put("reason", reason);
        }
        SubscriptionRecord.save(stripe, ended);
        stopCollection(stripe, ended);
        stripe.emit("customer.subscription.deleted", ended);
        return ended;
    }

    private static void stopCollection(StripeContext stripe, ObjectNode subscription) {
        stripe.find("invoice", subscription.path("latest_invoice").asText())
                .filter(invoice -> invoice.path("status").asText().matches("draft|open"))
                .ifPresent(invoice -> {
                    var stopped = invoice.deepCopy().put("auto_advance", false);
                    stopped.putNull("next_payment_attempt").putNull("automatically_finalizes_at");
                    stripe.update(invoice, stopped);
                });
    }

    /** Incomplete → incomplete_expired. */
    static ObjectNode expire(StripeContext stripe, ObjectNode subscription) {
        return SubscriptionRecord.update(
                stripe,
                subscription,
                subscription.deepCopy().put("status", "incomplete_expired").put("ended_at", stripe.now()));
    }
}
