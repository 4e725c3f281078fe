package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a household owes for the collection of its waste.
 *
 * @param number billing's own, e.g. {@code "6735"}; asked for again within 24 hours, it has the same payment
 * @param customer Stripe's id of who owes
 * @param amount in the currency's smallest unit (cents), positive
 * @param currency null in an invoice that was taken over from the old books; Stripe does not guess, and refuses it
 */
public record Invoice(
        String number,
        String customer,
        long amount,
        @Nullable Currency currency) {

    /** @throws IllegalArgumentException when there is nothing to pay */
    public Invoice {
        if (amount <= 0) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An invoice asks for %d, which nobody can pay.".formatted(amount),
                            "invoice %s".formatted(number),
                            "write a credit note for what the household gets back")
                    .toString());
        }
    }
}
