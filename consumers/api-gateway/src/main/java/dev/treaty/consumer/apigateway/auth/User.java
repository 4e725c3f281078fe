package dev.treaty.consumer.apigateway.auth;

/**
 * A registered person.
 *
 * @param id opaque, e.g. {@code usr_42}
 * @param email what the person signs in with
 * @param name what others see
 */
public record User(String id, String email, String name) {}
