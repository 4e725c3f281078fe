package dev.treaty.consumer.billing;

/**
 * What Stripe reports through webhooks, possibly more than once and in any order: the event's id says which are known.
 *
 * @see <a href="https://docs.stripe.com/webhooks#handle-duplicate-events">Duplicate events</a>
 */
public sealed interface PaymentEvent {

    /** Stripe's id of the event, opaque, e.g. {@code "evt_42"}; the same when it is sent again. */
    String id();

    /** A payment was made. */
    record Paid(String id, Payment payment) implements PaymentEvent {}

    /**
     * A payment was tried and not made; another card can be tried.
     *
     * @param declineCode as in {@link Charge.Declined}
     * @param message for the cardholder, in English
     */
    record Failed(String id, Payment payment, String declineCode, String message) implements PaymentEvent {}

    /**
     * Money went back.
     *
     * @param entry the charge as it is now, {@link LedgerEntry#refunded()} being the sum of all its refunds
     */
    record Refunded(String id, LedgerEntry entry) implements PaymentEvent {}

    /** Something that billing does not need to know. */
    record Other(String id, String type) implements PaymentEvent {}
}
