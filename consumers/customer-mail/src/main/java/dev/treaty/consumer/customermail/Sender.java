package dev.treaty.consumer.customermail;

/**
 * From whom mail comes.
 *
 * @param address verified at SendGrid
 * @param name e.g. {@code "Green Bins"}
 */
public record Sender(EmailAddress address, String name) {}
