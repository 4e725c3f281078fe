package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.billing.testclock.TestClockTime;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.vendor.world.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attempts to collect an open invoice, and what follows when they fail. */
final class Collection {

    static final String RETRY = "invoice.retry";
    private static final String COLLECTING = "_collecting";

    private final InvoicePayments payments;
    private final InvoiceEnds ends;
    private final InvoiceListener listener;

    Collection(InvoicePayments payments, InvoiceEnds ends, InvoiceListener listener) {
        this.payments = payments;
        this.ends = ends;
        this.listener = listener;
    }

    /** An attempt that nobody asked for: the first one, or a retry. */
    void attempt(StripeContext stripe, ObjectNode invoice) {
        attempt(stripe, invoice, InvoicePaymentMethod.of(stripe, invoice).orElse(null), true, true);
    }

    /**
     * An attempt with a payment method.
     *
     * @param paymentMethod null if there is none, so that it fails
     * @param scheduled whether it is one of the schedule, not of a request
     * @return what came of the payment; empty if there is no payment method
     */
    Optional<InvoicePayments.Result> attempt(
            StripeContext stripe,
            ObjectNode before,
            @Nullable String paymentMethod,
            boolean offSession,
            boolean scheduled) {
        if (paymentMethod == null) {
            failed(stripe, before, before.deepCopy(), scheduled);
            return Optional.empty();
        }
        stripe.save(before.deepCopy().put(COLLECTING, true));
        var result = payments.confirm(stripe, before.path("_payment_intent").asText(), paymentMethod, offSession);
        var invoice = stripe.load(InvoiceDrafts.KIND, before.path("id").asText());
        invoice.remove(COLLECTING);
        if (result.isSuccess()) {
            countFirst(invoice, scheduled);
            ends.paid(stripe, invoice, Optional.of(before));
        } else {
            if (result.requiresAction()) {
                stripe.emit("invoice.payment_action_required", invoice);
            }
            failed(stripe, before, invoice, scheduled);
        }
        return Optional.of(result);
    }

    /** Any attempt counts as the first; after it, only those of the schedule count. */
    private static void countFirst(ObjectNode invoice, boolean scheduled) {
        var count = invoice.path("attempt_count").asInt();
        invoice.put("attempt_count", scheduled ? count + 1 : Math.max(1, count)).put("attempted", true);
    }

    private void failed(StripeContext stripe, ObjectNode before, ObjectNode invoice, boolean scheduled) {
        countFirst(invoice, scheduled);
        var last = false;
        if (isRetried(invoice)
                && (scheduled || !invoice.path("next_payment_attempt").isNumber())) {
            last = !scheduleRetry(stripe, invoice);
        }
        stripe.update(before, invoice);
        stripe.emit("invoice.payment_failed", invoice);
        Delinquency.set(stripe, invoice, true);
        listener.paymentFailed(stripe, invoice, last && scheduled);
    }

    /** The first invoice of a subscription is not: the subscription expires instead. */
    private static boolean isRetried(ObjectNode invoice) {
        return invoice.path("auto_advance").asBoolean()
                && invoice.path("collection_method").asText().equals("charge_automatically")
                && !invoice.path("billing_reason").asText().equals("subscription_create");
    }

    private static boolean scheduleRetry(StripeContext stripe, ObjectNode invoice) {
        var wait = RetrySchedule.after(invoice.path("attempt_count").asInt());
        if (wait.isEmpty()) {
            invoice.putNull("next_payment_attempt");
            return false;
        }
        attemptAt(stripe, invoice, stripe.now() + wait.get().toSeconds());
        return true;
    }

    /** Has an invoice attempted at a time, unless it changes before. */
    static void attemptAt(StripeContext stripe, ObjectNode invoice, long at) {
        invoice.put("next_payment_attempt", at);
        var data = Json.object().put("invoice", invoice.path("id").asText()).put("at", at);
        TestClockTime.schedule(stripe, invoice, at, RETRY, data);
    }

    /** Somebody else confirmed the invoice's PaymentIntent, e.g. the customer in a browser. */
    void intentChanged(StripeContext stripe, ObjectNode intent) {
        var found = InvoiceOfIntent.find(stripe, intent.path("id").asText());
        if (found.isEmpty() || found.get().path(COLLECTING).asBoolean()) {
            return;
        }
        var before = found.get();
        var status = before.path("status").asText();
        if (!status.equals("open") && !status.equals("uncollectible")) {
            return;
        }
        var invoice = before.deepCopy();
        var own = TestClockTime.of(stripe, invoice);
        if (intent.path("status").asText().equals("succeeded")) {
            countFirst(invoice, false);
            ends.paid(own, invoice, Optional.of(before));
        } else if (intent.path("status").asText().equals("requires_payment_method")) {
            failed(own, before, invoice, false);
        }
    }
}
