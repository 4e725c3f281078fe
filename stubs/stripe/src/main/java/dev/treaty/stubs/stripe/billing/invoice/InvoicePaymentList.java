package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.generic.ListFilters;
import dev.treaty.stubs.vendor.world.Json;

/** The payments of invoices: what refers from an invoice to its PaymentIntent. */
final class InvoicePaymentList {

    private static final String KIND = "invoice_payment";
    private static final String URL = "/v1/invoice_payments";

    private InvoicePaymentList() {}

    /** {@code invoice.payments}, which a response has only on demand. */
    static JsonNode of(StripeContext stripe, ObjectNode invoice) {
        return stripe.list(KIND).where("invoice", invoice.path("id").asText()).page(Json.object(), URL);
    }

    /** {@code invoice.confirmation_secret}, which a response has only on demand; null if nothing is to be paid. */
    static JsonNode secret(StripeContext stripe, ObjectNode invoice) {
        return stripe.find("payment_intent", invoice.path("_payment_intent").asText())
                .map(intent -> (JsonNode) Json.object()
                        .put("client_secret", intent.path("client_secret").asText())
                        .put("type", "payment_intent"))
                .orElseGet(() -> invoice.nullNode());
    }

    static ObjectNode list(StripeContext stripe, StripeRequest request) {
        var list = stripe.list(KIND);
        for (var field : new String[] {"invoice", "status"}) {
            if (request.has(field)) {
                list.where(field, request.text(field));
            }
        }
        var intent = request.params().path("payment").path("payment_intent").asText("");
        if (!intent.isEmpty()) {
            list.matching(payment ->
                    payment.path("payment").path("payment_intent").asText().equals(intent));
        }
        ListFilters.byTime(list, request.params(), "created");
        return list.page(request.params(), URL);
    }
}
