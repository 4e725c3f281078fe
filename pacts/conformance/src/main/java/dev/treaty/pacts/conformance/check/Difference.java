package dev.treaty.pacts.conformance.check;

/**
 * Where an interaction contradicts the document.
 *
 * @param place in words, e.g. {@code "request body, automatic_payment_methods.enabled"}
 * @param document what the document says there
 * @param contract what the contract says there
 */
public record Difference(String place, String document, String contract) {}
