package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.catalog.Discounts;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;

/** When an invoice is due, and what is taken off or added to it. */
final class InvoiceTerms {

    private InvoiceTerms() {}

    /** When it is due. */
    static void due(ObjectNode fields, StripeRequest request) {
        if (request.has("days_until_due")) {
            fields.put("_days_until_due", request.number("days_until_due"));
        }
        var sends = fields.path("collection_method").asText().equals("send_invoice");
        if (!sends && (request.has("days_until_due") || request.has("due_date"))) {
            throw StripeError.invalid(
                            "You can only specify `days_until_due` or `due_date` if collection_method is `send_invoice`.")
                    .refusal();
        }
        if (sends && !request.has("days_until_due") && !request.has("due_date")) {
            throw StripeError.invalid(
                            "When creating an invoice with collection_method set to send_invoice, you must specify days_until_due or due_date.")
                    .param("days_until_due")
                    .refusal();
        }
    }

    /** Discounts and taxes. */
    static void adjust(StripeContext stripe, ObjectNode fields, StripeRequest request, ObjectNode owner) {
        if (request.has("discounts")) {
            fields.set("discounts", Discounts.redeem(stripe, request.params().path("discounts"), owner));
        }
        if (request.has("default_tax_rates")) {
            var ids = fields.putArray("_default_tax_rates");
            var rates = fields.putArray("default_tax_rates");
            request.params().path("default_tax_rates").forEach(id -> {
                rates.add(stripe.load("tax_rate", id.asText(), "default_tax_rates"));
                ids.add(id.asText());
            });
        }
    }
}
