package dev.treaty.consumer.notifications;

/**
 * Somebody who has an account.
 *
 * @param id opaque, e.g. {@code usr_42}
 * @param name as the person typed it, any text
 */
public record Person(String id, EmailAddress email, String name) {}
