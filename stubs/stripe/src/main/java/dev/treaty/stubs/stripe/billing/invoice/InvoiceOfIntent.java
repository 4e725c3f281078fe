package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;

/** The invoice that a PaymentIntent is for. */
final class InvoiceOfIntent {

    private static final String KEY = "stripe-invoice-of/";

    private InvoiceOfIntent() {}

    static void remember(StripeContext stripe, String intent, String invoice) {
        stripe.world().setValue(KEY + intent, Json.object().put("invoice", invoice));
    }

    static Optional<ObjectNode> find(StripeContext stripe, String intent) {
        return stripe.world()
                .value(KEY + intent)
                .flatMap(value ->
                        stripe.find(InvoiceDrafts.KIND, value.path("invoice").asText()));
    }
}
