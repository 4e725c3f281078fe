package dev.treaty.stubs.stripe.billing.subscription;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** {@code default_tax_rates} of a subscription. */
final class SubscriptionTaxes {

    private SubscriptionTaxes() {}

    static void set(StripeContext stripe, ObjectNode fields, ObjectNode params) {
        if (params.has("default_tax_rates")) {
            var rates = fields.putArray("default_tax_rates");
            params.path("default_tax_rates")
                    .forEach(id -> rates.add(stripe.load("tax_rate", id.asText(), "default_tax_rates")));
        } else if (!fields.has("default_tax_rates")) {
            fields.putArray("default_tax_rates");
        }
    }
}
