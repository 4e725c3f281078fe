package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.invoice.InvoicePaymentMethod;
import dev.treaty.stubs.stripe.billing.invoice.Invoicing;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;

/** {@code pending_setup_intent}: the card of a subscription that begins without a payment. */
final class PendingSetup {

    private static final String FIELD = "pending_setup_intent";
    private static final String KEY = "stripe-subscription-of/";

    private PendingSetup() {}

    /** Asks for a card if the subscription has none, and its first payment comes later. */
    static void begin(StripeContext stripe, Invoicing invoicing, ObjectNode subscription) {
        if (!SubscriptionRecord.status(subscription).equals("trialing")
                || InvoicePaymentMethod.ofSubscription(stripe, subscription).isPresent()) {
            return;
        }
        var intent = invoicing.setUp(stripe, subscription.path("customer").asText());
        subscription.put(FIELD, intent);
        stripe.world()
                .setValue(
                        KEY + intent,
                        Json.object()
                                .put("subscription", subscription.path("id").asText()));
    }

    /** The card is there: the subscription's invoices are paid with it. */
    static void succeeded(StripeContext account, ObjectNode intent) {
        account.world()
                .value(KEY + intent.path("id").asText())
                .flatMap(value -> account.find(
                        SubscriptionRecord.KIND, value.path("subscription").asText()))
                .ifPresent(subscription -> {
                    var after = subscription.deepCopy().putNull(FIELD);
                    after.set("default_payment_method", intent.path("payment_method"));
                    SubscriptionRecord.update(TestClockTime.of(account, subscription), subscription, after);
                });
    }
}
