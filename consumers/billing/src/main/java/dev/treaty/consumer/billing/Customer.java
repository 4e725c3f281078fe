package dev.treaty.consumer.billing;

/**
 * A household that Stripe knows.
 *
 * @param id Stripe's id, opaque, e.g. {@code "cus_42"}
 * @param number billing's own
 */
public record Customer(String id, String number) {}
