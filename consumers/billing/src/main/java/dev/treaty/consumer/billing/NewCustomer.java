package dev.treaty.consumer.billing;

/**
 * A household that Stripe does not know yet.
 *
 * @param number billing's own customer number, e.g. {@code "K-1042"}
 * @param name for receipts
 * @param email for receipts
 */
public record NewCustomer(String number, String name, String email) {}
