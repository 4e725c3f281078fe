package dev.treaty.consumer.billing;

/**
 * The payment of an invoice, ready for a card.
 *
 * @param replayed whether Stripe had made it before and repeats its first answer ({@code Idempotent-Replayed}); the payment
 *     is then as it was at that time, and {@link StripePayments#find} tells how far it has come since
 */
public record CreatedPayment(Payment payment, boolean replayed) {}
