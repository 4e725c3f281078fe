package dev.treaty.consumer.billing;

import java.util.OptionalLong;

/**
 * Money that a household gets back.
 *
 * @param number billing's own, e.g. {@code "G-17"}; if requested again within 24 hours, the money is refunded only once
 * @param payment Stripe's id of the payment that the money came from
 * @param amount in the payment's smallest unit (cents); empty for all that is left of the payment
 */
public record CreditNote(String number, String payment, OptionalLong amount) {

    /** For all of a payment. */
    public static CreditNote full(String number, String payment) {
        return new CreditNote(number, payment, OptionalLong.empty());
    }

    /** For a part of a payment. */
    public static CreditNote partial(String number, String payment, long amount) {
        return new CreditNote(number, payment, OptionalLong.of(amount));
    }
}
