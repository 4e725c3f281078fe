package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;

/** {@code customer.delinquent}: whether the latest attempt to collect an invoice of the customer failed. */
final class Delinquency {

    private Delinquency() {}

    static void set(StripeContext stripe, ObjectNode invoice, boolean delinquent) {
        stripe.find("customer", invoice.path("customer").asText())
                .filter(customer -> customer.path("delinquent").asBoolean() != delinquent)
                .ifPresent(
                        customer -> stripe.update(customer, customer.deepCopy().put("delinquent", delinquent)));
    }
}
