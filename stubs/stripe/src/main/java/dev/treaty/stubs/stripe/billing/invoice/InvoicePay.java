package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.error.StripeError;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.feature.StripeRequest;

/**
 * {@code POST /v1/invoices/{id}/pay}: a draft is finalized first, and a decline is an error.
 *
 * @see <a href="https://docs.stripe.com/api/invoices/pay">Stripe, pay an invoice</a>
 */
final class InvoicePay {

    private static final String KIND = InvoiceDrafts.KIND;

    private final Invoicing invoicing;

    InvoicePay(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    ObjectNode answer(StripeContext account, StripeRequest request) {
        var found = account.load(KIND, request.id());
        var stripe = TestClockTime.of(account, found);
        InvoiceRules.checkPayment(found);
        var open = found.path("status").asText().equals("draft") ? invoicing.complete(stripe, found) : found;
        if (open.path("status").asText().equals("paid")) {
            return open;
        }
        if (request.flag("paid_out_of_band") || request.flag("forgive")) {
            return invoicing.paidOutOfBand(stripe, open);
        }
        var given = request.text("payment_method").isEmpty() ? request.text("source") : request.text("payment_method");
        var paymentMethod = given.isEmpty()
                ? InvoicePaymentMethod.of(stripe, open).orElseThrow(InvoicePaymentMethod::missing)
                : given;
        var offSession = !request.has("off_session") || request.flag("off_session");
        return answered(stripe, invoicing.collect(stripe, open, paymentMethod, offSession), request.id());
    }

    private static ObjectNode answered(StripeContext stripe, InvoicePayments.Result result, String id) {
        if (result.requiresAction()) {
            throw StripeError.card(
                            "invoice_payment_intent_requires_action",
                            "This payment requires additional user action before it can be completed successfully. Payment can be completed using the PaymentIntent associated with the invoice. For more details see: https://stripe.com/docs/billing/subscriptions/overview#requires-action")
                    .refusal()
                    .keepingChanges();
        }
        result.error().ifPresent(error -> {
            throw error.refusal().keepingChanges();
        });
        return stripe.load(KIND, id);
    }
}
