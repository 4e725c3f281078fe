package dev.treaty.consumer.billing;

import com.stripe.model.PaymentIntent;
import java.util.Currency;
import java.util.Locale;

/**
 * A payment as billing sees it (Stripe: PaymentIntent); what else Stripe sends is ignored.
 *
 * @param id Stripe's id, opaque, e.g. {@code "pi_42"}
 * @param amount in the currency's smallest unit (cents), never negative
 */
public record Payment(String id, long amount, Currency currency, Status status) {

    /** How far a payment has come. */
    public enum Status {
        /** Requires a payment method, for the first time or after one was declined. */
        UNPAID,
        /** Requires the cardholder to authenticate. */
        WAITS_FOR_CARDHOLDER,
        /** The bank is processing it. */
        PROCESSING,
        /** The money is set aside, for seven days with most cards. */
        RESERVED,
        PAID,
        CANCELLED;

        private static Status of(String status, String id) {
            return switch (status) {
                case "requires_payment_method", "requires_confirmation" -> UNPAID;
                case "requires_action" -> WAITS_FOR_CARDHOLDER;
                case "processing" -> PROCESSING;
                case "requires_capture" -> RESERVED;
                case "succeeded" -> PAID;
                case "canceled" -> CANCELLED;
                default -> throw new StripeFailure.UnexpectedResponse("status " + status, "payment " + id, null);
            };
        }
    }

    static Payment of(PaymentIntent intent) {
        return new Payment(
                intent.getId(),
                intent.getAmount(),
                currency(intent.getCurrency()),
                Status.of(intent.getStatus(), intent.getId()));
    }

    /** @param code ISO 4217 in lower case, as Stripe writes it */
    static Currency currency(String code) {
        return Currency.getInstance(code.toUpperCase(Locale.ROOT));
    }
}
