package dev.treaty.consumer.billing;

/**
 * What Stripe reports through webhooks, possibly more than once and in any order: the event's id identifies duplicates.
 *
 * @see <a href="https://docs.stripe.com/webhooks#handle-duplicate-events">Duplicate events</a>
 */
public sealed interface PaymentEvent {

    /** Stripe's id of the event, opaque, e.g. {@code "evt_42"}; the same when it is sent again. */
    String id();

    /** A payment succeeded. */
    record Paid(String id, Payment payment) implements PaymentEvent {}

    /**
     * A payment failed; another card can be tried.
     *
     * @param declineCode as in {@link Charge.Declined}
     * @param message for the cardholder, in English
     */
    record Failed(String id, Payment payment, String declineCode, String message) implements PaymentEvent {}

    /**
     * Money was refunded.
     *
     * @param entry the charge as it is now, {@link LedgerEntry#refunded()} being the sum of all its refunds
     */
    record Refunded(String id, LedgerEntry entry) implements PaymentEvent {}

    /** An event that billing does not need. */
    record Other(String id, String type) implements PaymentEvent {}
}
