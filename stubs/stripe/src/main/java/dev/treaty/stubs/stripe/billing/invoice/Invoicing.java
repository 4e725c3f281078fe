package dev.treaty.stubs.stripe.billing.invoice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import java.util.Optional;

/** What becomes of invoices: finalized, collected, void. */
public final class Invoicing {

    private final InvoicePayments payments;
    private final InvoiceEnds ends;
    private final Finalization finalization;
    private final Collection collection;

    /** @param listener what follows for subscriptions */
    public Invoicing(InvoicePayments payments, InvoiceListener listener) {
        this.payments = payments;
        ends = new InvoiceEnds(payments, listener);
        finalization = new Finalization(payments, ends);
        collection = new Collection(payments, ends, listener);
    }

    /** Draft → open, or paid if nothing is due. */
    public ObjectNode complete(StripeContext stripe, ObjectNode draft) {
        return finalization.complete(stripe, draft);
    }

    /**
     * Draft → paid, for what was paid before.
     *
     * @param intent the id of the PaymentIntent that it was paid with
     */
    public ObjectNode completePaid(StripeContext stripe, ObjectNode draft, String intent) {
        return finalization.completePaid(stripe, draft, intent);
    }

    /** Attempts to collect an open invoice with its payment method, as if the schedule asked for it. */
    public void collect(StripeContext stripe, ObjectNode invoice) {
        collection.attempt(stripe, invoice);
    }

    /**
     * Attempts to collect an open invoice.
     *
     * @param offSession whether the customer is absent
     */
    public InvoicePayments.Result collect(
            StripeContext stripe, ObjectNode invoice, String paymentMethod, boolean offSession) {
        return collection
                .attempt(stripe, invoice, paymentMethod, offSession, false)
                .orElseThrow();
    }

    /** Finalizes a draft, and collects it if that is how it is collected. */
    public ObjectNode completeAndCollect(StripeContext stripe, ObjectNode draft) {
        var invoice = complete(stripe, draft);
        if (invoice.path("status").asText().equals("open")
                && invoice.path("collection_method").asText().equals("charge_automatically")) {
            collect(stripe, invoice);
        }
        return stripe.load(InvoiceDrafts.KIND, invoice.path("id").asText());
    }

    /** Open or uncollectible → void. */
    public ObjectNode makeVoid(StripeContext stripe, ObjectNode invoice) {
        return ends.voided(stripe, invoice);
    }

    /** Open → uncollectible. */
    public ObjectNode markUncollectible(StripeContext stripe, ObjectNode invoice) {
        return ends.uncollectible(stripe, invoice);
    }

    /**
     * Has less be due of an open invoice, because of a credit note; it is paid if nothing is.
     *
     * @param amount negative if a credit note is void
     */
    public ObjectNode credit(StripeContext stripe, ObjectNode invoice, long amount) {
        return ends.credited(stripe, invoice, amount);
    }

    /**
     * Creates a SetupIntent for a card that is paid with later.
     *
     * @return its id
     */
    public String setUp(StripeContext stripe, String customer) {
        return payments.setUp(stripe, customer);
    }

    ObjectNode paidOutOfBand(StripeContext stripe, ObjectNode invoice) {
        return ends.paidOutOfBand(stripe, invoice);
    }

    /** Tells the invoice of a PaymentIntent, if it has one, that somebody confirmed it. */
    public void intentChanged(StripeContext stripe, ObjectNode intent) {
        collection.intentChanged(stripe, intent);
    }

    /** The invoice that a PaymentIntent is for. */
    public static Optional<ObjectNode> invoiceOf(StripeContext stripe, String intent) {
        return InvoiceOfIntent.find(stripe, intent);
    }
}
