package dev.treaty.consumer.billing;

import com.stripe.param.RefundCreateParams;

/** Refunds payments. */
public final class StripeRefunds {

    private final StripeConnection stripe;

    /** The refunds of the connection's account. */
    public StripeRefunds(StripeConnection stripe) {
        this.stripe = stripe;
    }

    /**
     * Refunds the amount of a credit note. Called again with the same number within 24 hours, it refunds nothing more.
     *
     * @throws StripeFailure if nothing was refunded
     */
    public Refund refund(CreditNote note) {
        var parameters = RefundCreateParams.builder()
                .setPaymentIntent(note.payment())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("credit_note", note.number());
        note.amount().ifPresent(parameters::setAmount);
        var key = IdempotencyKey.of("credit-note", note.number(), "refund");
        return Refund.of(stripe.send(
                "refund of credit note " + note.number(),
                v1 -> v1.refunds().create(parameters.build(), key.options())));
    }
}
