package dev.treaty.stubs.stripe.payment.charge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.stubs.stripe.feature.StripeContext;
import dev.treaty.stubs.stripe.payment.field.Fields;

/**
 * Reserved money that nobody takes. Stripe refunds it: the charge counts it as refunded, and there is a refund that moves nothing in the
 * balance.
 *
 * @see <a href="https://docs.stripe.com/payments/place-a-hold-on-a-payment-method">Stripe, place a hold on a payment method</a>
 */
public final class ReleasedMoney {

    /** The reason of a refund because nobody took the money in time. */
    public static final String EXPIRED = "expired_uncaptured_charge";

    private static final String RELEASED = "_released";
    private static final String REFUNDED = "amount_refunded";

    private ReleasedMoney() {}

    /**
     * Releases money, and keeps the charge.
     *
     * @param charge changed accordingly
     * @param reason of the refund; empty if somebody asked for it
     * @return the refund
     */
    public static ObjectNode release(StripeContext stripe, ObjectNode charge, long amount, String reason) {
        charge.put(RELEASED, charge.path(RELEASED).asLong() + amount);
        var refunded = charge.path(REFUNDED).asLong() + amount;
        charge.put(REFUNDED, refunded)
                .put("refunded", refunded >= charge.path("amount").asLong());
        stripe.save(charge);
        var refund = RefundDraft.of(stripe, charge, amount).put("status", "succeeded");
        Fields.put(refund, "reason", reason);
        stripe.save(refund);
        return refund;
    }

    /** How much of a charge can still be refunded: what was taken, and not given back yet. */
    public static long refundable(ObjectNode charge) {
        return charge.path("amount_captured").asLong()
                + charge.path(RELEASED).asLong()
                - charge.path(REFUNDED).asLong();
    }
}
