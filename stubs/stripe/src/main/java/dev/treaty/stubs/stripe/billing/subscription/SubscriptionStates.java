package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoiceListener;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePaymentMethod;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.Optional;
import java.util.Set;

/**
 * What invoices do to the status of their subscription: a paid one makes it active, one that cannot be collected makes it past due, and
 * the last failure ends it.
 *
 * @see <a href="https://docs.stripe.com/billing/subscriptions/overview#subscription-statuses">Stripe, subscription statuses</a>
 */
public final class SubscriptionStates implements InvoiceListener {

    private static final Set<String> CURED_BY_PAYMENT = Set.of("incomplete", "past_due", "unpaid");
    private static final Set<String> COLLECTED = Set.of("active", "trialing");

    @Override
    public void paid(StripeContext stripe, ObjectNode invoice) {
        latestOf(stripe, invoice).ifPresent(before -> {
            var after = before.deepCopy();
            if (CURED_BY_PAYMENT.contains(SubscriptionRecord.status(before))) {
                after.put("status", "active");
            }
            saveDefault(stripe, invoice, after);
            SubscriptionRecord.update(stripe, before, after);
        });
    }

    /** {@code payment_settings[save_default_payment_method]=on_subscription}. */
    private static void saveDefault(StripeContext stripe, ObjectNode invoice, ObjectNode subscription) {
        if (subscription
                .path("payment_settings")
                .path("save_default_payment_method")
                .asText()
                .equals("on_subscription")) {
            stripe.find("payment_intent", invoice.path("_payment_intent").asText())
                    .map(intent -> intent.path("payment_method").textValue())
                    .ifPresent(paymentMethod -> subscription.put("default_payment_method", paymentMethod));
        }
    }

    @Override
    public void paymentFailed(StripeContext stripe, ObjectNode invoice, boolean last) {
        latestOf(stripe, invoice).ifPresent(before -> {
            if (last) {
                SubscriptionEnd.cancel(stripe, before, "payment_failed");
            } else if (COLLECTED.contains(SubscriptionRecord.status(before))) {
                SubscriptionRecord.update(stripe, before, before.deepCopy().put("status", "past_due"));
            }
        });
    }

    @Override
    public void givenUp(StripeContext stripe, ObjectNode invoice) {
        latestOf(stripe, invoice).ifPresent(before -> {
            var status = SubscriptionRecord.status(before);
            if (status.equals("incomplete")) {
                SubscriptionEnd.expire(stripe, before);
            } else if (status.equals("past_due")) {
                SubscriptionRecord.update(stripe, before, before.deepCopy().put("status", "active"));
            }
        });
    }

    /** The subscription of an invoice, if the invoice is its latest one, and it has not ended. */
    private static Optional<ObjectNode> latestOf(StripeContext stripe, ObjectNode invoice) {
        return stripe.find(SubscriptionRecord.KIND, InvoicePaymentMethod.subscription(invoice))
                .filter(subscription -> !SubscriptionRecord.hasEnded(subscription))
                .filter(subscription -> subscription.path("latest_invoice").equals(invoice.path("id")));
    }
}
