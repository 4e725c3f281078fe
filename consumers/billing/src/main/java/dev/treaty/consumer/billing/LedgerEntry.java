package dev.treaty.consumer.billing;

import com.stripe.model.Charge;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Money that Stripe took from a card (Stripe: Charge), for comparing with the books.
 *
 * @param id Stripe's id, opaque, e.g. {@code "ch_42"}
 * @param payment the id of the {@link Payment} it belongs to; null for a charge that was made without one, not by billing
 * @param amount in the currency's smallest unit (cents)
 * @param refunded how much of it was refunded, in the same unit
 * @param at when, to the second
 */
public record LedgerEntry(
        String id, @Nullable String payment, long amount, long refunded, Currency currency, Instant at) {

    static LedgerEntry of(Charge charge) {
        return new LedgerEntry(
                charge.getId(),
                charge.getPaymentIntent(),
                charge.getAmount(),
                charge.getAmountRefunded(),
                Payment.currency(charge.getCurrency()),
                Instant.ofEpochSecond(charge.getCreated()));
    }
}
