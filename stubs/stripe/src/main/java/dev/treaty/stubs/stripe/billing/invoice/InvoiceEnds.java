package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.Optional;

/** Open → paid, void or uncollectible. */
final class InvoiceEnds {

    private final InvoicePayments payments;
    private final InvoiceListener listener;

    InvoiceEnds(InvoicePayments payments, InvoiceListener listener) {
        this.payments = payments;
        this.listener = listener;
    }

    /**
     * Notes that an invoice is paid.
     *
     * @param before as clients saw it before; empty if an event has said so already
     */
    ObjectNode paid(StripeContext stripe, ObjectNode invoice, Optional<ObjectNode> before) {
        var due = invoice.path("amount_due").asLong();
        invoice.put("status", "paid")
                .put("attempted", true)
                .put("auto_advance", false)
                .put("amount_paid", due)
                .put("amount_remaining", 0);
        invoice.putNull("next_payment_attempt");
        invoice.withObject("/status_transitions").put("paid_at", stripe.now());
        before.ifPresentOrElse(earlier -> stripe.update(earlier, invoice), () -> stripe.save(invoice));
        paymentDone(stripe, invoice, due);
        stripe.emit("invoice.paid", invoice);
        stripe.emit("invoice.payment_succeeded", invoice);
        Delinquency.set(stripe, invoice, false);
        listener.paid(stripe, invoice);
        return invoice;
    }

    private static void paymentDone(StripeContext stripe, ObjectNode invoice, long amount) {
        stripe.find("invoice_payment", invoice.path("_payment").asText()).ifPresent(payment -> {
            payment.put("status", "paid").put("amount_paid", amount);
            payment.withObject("/status_transitions").put("paid_at", stripe.now());
            stripe.save(payment);
            stripe.emit("invoice_payment.paid", payment);
        });
    }

    /** The customer paid elsewhere, or need not pay. */
    ObjectNode paidOutOfBand(StripeContext stripe, ObjectNode before) {
        var invoice = before.deepCopy();
        cancelPayment(stripe, invoice, "void_invoice");
        invoice.put("_paid_out_of_band", true);
        return paid(stripe, invoice, Optional.of(before));
    }

    ObjectNode voided(StripeContext stripe, ObjectNode before) {
        var invoice = before.deepCopy().put("status", "void").putNull("next_payment_attempt");
        invoice.withObject("/status_transitions").put("voided_at", stripe.now());
        CustomerBalance.restore(stripe, invoice);
        cancelPayment(stripe, invoice, "void_invoice");
        stripe.save(invoice);
        stripe.emit("invoice.voided", before, invoice);
        listener.givenUp(stripe, invoice);
        return invoice;
    }

    ObjectNode uncollectible(StripeContext stripe, ObjectNode before) {
        var invoice = before.deepCopy().put("status", "uncollectible").putNull("next_payment_attempt");
        invoice.withObject("/status_transitions").put("marked_uncollectible_at", stripe.now());
        stripe.save(invoice);
        stripe.emit("invoice.marked_uncollectible", before, invoice);
        listener.givenUp(stripe, invoice);
        return invoice;
    }

    /** A credit note changes what is due of an open invoice. */
    ObjectNode credited(StripeContext stripe, ObjectNode before, long amount) {
        var field = "pre_payment_credit_notes_amount";
        var due = before.path("amount_due").asLong() - amount;
        var invoice = before.deepCopy().put(field, before.path(field).asLong() + amount);
        invoice.put("amount_due", due).put("amount_remaining", due);
        if (due == 0) {
            cancelPayment(stripe, invoice, "void_invoice");
            return paid(stripe, invoice, Optional.of(before));
        }
        var payment = invoice.path("_payment").asText();
        stripe.find("invoice_payment", payment).ifPresent(asked -> stripe.save(asked.put("amount_requested", due)));
        payments.changeAmount(stripe, invoice.path("_payment_intent").asText(), due);
        return stripe.update(before, invoice);
    }

    private void cancelPayment(StripeContext stripe, ObjectNode invoice, String reason) {
        var intent = invoice.path("_payment_intent").asText();
        if (intent.isEmpty()) {
            return;
        }
        stripe.find("invoice_payment", invoice.path("_payment").asText()).ifPresent(payment -> {
            payment.put("status", "canceled");
            payment.withObject("/status_transitions").put("canceled_at", stripe.now());
            stripe.save(payment);
        });
        invoice.put("_payment", "");
        payments.cancel(stripe, intent, reason);
    }
}
