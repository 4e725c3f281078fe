package dev.treaty.consumer.billing;

import dev.treaty.pacts.errors.ErrorMessage;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a household owes for the collection of its waste.
 *
 * @param number billing's own, e.g. {@code "6735"}; if requested again within 24 hours, it has the same payment
 * @param customer Stripe's id of the customer who owes it
 * @param amount in the currency's smallest unit (cents), positive
 * @param currency null in an invoice that was migrated from the old books; Stripe refuses it
 */
public record Invoice(
        String number,
        String customer,
        long amount,
        @Nullable Currency currency) {

    /** @throws IllegalArgumentException if there is nothing to pay */
    public Invoice {
        if (amount <= 0) {
            throw new IllegalArgumentException(new ErrorMessage(
                            "An invoice has the amount %d, which cannot be paid.".formatted(amount),
                            "invoice %s".formatted(number),
                            "write a credit note for what the household gets back")
                    .toString());
        }
    }
}
