package dev.treaty.provider.authservice.accounts;

/**
 * A registered person.
 *
 * @param id opaque, e.g. {@code "usr_42"}
 * @param email as the person typed it
 * @param name what the person wants to be called
 */
public record User(String id, String email, String name) {}
