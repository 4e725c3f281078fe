package dev.treaty.consumer.billing;

/**
 * The payment of an invoice, ready for a card.
 *
 * @param replayed whether Stripe had created it before and replays its first response ({@code Idempotent-Replayed}); the payment
 *     is then as it was at that time, and {@link StripePayments#find} returns its current state
 */
public record CreatedPayment(Payment payment, boolean replayed) {}
