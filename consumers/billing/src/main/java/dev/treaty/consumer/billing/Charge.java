package dev.treaty.consumer.billing;

/** The result of charging a card. */
public sealed interface Charge {

    /** The money is on its way to us. */
    record Paid(Payment payment) implements Charge {}

    /** The money is set aside; {@link StripePayments#capture} collects it. */
    record Reserved(Payment payment) implements Charge {}

    /** The bank has not decided yet; {@link PaymentEvent} reports the outcome. */
    record Pending(Payment payment) implements Charge {}

    /**
     * The bank declined. The payment stays unpaid, and another card can be tried.
     *
     * @param declineCode why, e.g. {@code "insufficient_funds"}; see <a
     *     href="https://docs.stripe.com/declines/codes">Stripe's list</a>
     * @param message for the cardholder, in English
     */
    record Declined(String declineCode, String message) implements Charge {}

    /**
     * The cardholder must act first (3-D Secure): the payment page continues with Stripe.js and the client secret.
     *
     * @param clientSecret lets its holder finish this one payment; never part of {@link #toString()}
     */
    record ActionRequired(Payment payment, String clientSecret) implements Charge {

        @Override
        public String toString() {
            return "ActionRequired[payment=" + payment + ", clientSecret=(hidden)]";
        }
    }
}
