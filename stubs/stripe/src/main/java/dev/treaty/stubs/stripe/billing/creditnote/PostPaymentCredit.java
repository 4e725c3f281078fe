package dev.treaty.stubs.stripe.billing.creditnote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.customer.CreditBalance;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;
import dev.treaty.stubs.stripe.payment.money.ChargeCurrency;
import dev.treaty.stubs.stripe.payment.refund.Refunds;
import dev.treaty.stubs.vendor.world.Json;

/**
 * How a part of a paid invoice is given back: to the customer's balance, by refunds, or outside of Stripe. The three must add up to the
 * credit note.
 */
final class PostPaymentCredit {

    private final StripeContext stripe;
    private final ObjectNode invoice;
    private final ObjectNode note;

    PostPaymentCredit(StripeContext stripe, ObjectNode invoice, ObjectNode note) {
        this.stripe = stripe;
        this.invoice = invoice;
        this.note = note;
    }

    /** @throws dev.treaty.stubs.vendor.VendorError 400 if the parts do not add up */
    static void check(ObjectNode note, ObjectNode params) {
        var refunded = 0L;
        for (var refund : params.path("refunds")) {
            refunded += refund.path("amount_refunded").asLong();
        }
        var sum = refunded
                + params.path("credit_amount").asLong()
                + params.path("refund_amount").asLong()
                + params.path("out_of_band_amount").asLong();
        if (sum != note.path("total").asLong()) {
            var currency = ChargeCurrency.of(note.path("currency").asText());
            throw StripeError.invalid(
                            "The sum of credit amount, refund amount and out of band amount (%s) must equal the credit note amount (%s)."
                                    .formatted(
                                            currency.text(sum),
                                            currency.text(note.path("total").asLong())))
                    .refusal();
        }
    }

    /** Gives it back, and notes that in the credit note. */
    void give(StripeRequest request) {
        var params = request.params();
        check(note, params);
        for (var refund : params.path("refunds")) {
            stripe.load("refund", refund.path("refund").asText(), "refunds[0][refund]");
            add(refund.path("refund").asText(), refund.path("amount_refunded").asLong());
        }
        if (request.number("refund_amount") > 0) {
            refund(request);
        }
        if (request.number("credit_amount") > 0) {
            credit(request.number("credit_amount"));
        }
        if (request.has("out_of_band_amount")) {
            note.put("out_of_band_amount", request.number("out_of_band_amount"));
        }
    }

    private void refund(StripeRequest request) {
        var intent = invoice.path("_payment_intent").asText();
        if (intent.isEmpty() || invoice.path("_paid_out_of_band").asBoolean()) {
            throw StripeError.invalid("This invoice has no payment that can be refunded.")
                    .param("refund_amount")
                    .refusal();
        }
        var amount = request.number("refund_amount");
        var params = Json.object().put("payment_intent", intent).put("amount", amount);
        add(Refunds.create(stripe, request.with(params)).path("id").asText(), amount);
    }

    private void add(String refund, long amount) {
        note.withArray("refunds")
                .addObject()
                .put("amount_refunded", amount)
                .putNull("payment_record_refund")
                .put("refund", refund)
                .put("type", "refund");
    }

    private void credit(long amount) {
        var fields = Json.object()
                .put("type", "credit_note")
                .put("currency", note.path("currency").asText())
                .put("credit_note", note.path("id").asText())
                .put("invoice", invoice.path("id").asText());
        var customer = stripe.load("customer", note.path("customer").asText());
        var transaction = CreditBalance.change(stripe, customer, -amount, fields);
        note.set("customer_balance_transaction", transaction.path("id"));
    }
}
