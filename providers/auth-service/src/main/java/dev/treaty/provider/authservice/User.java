package dev.treaty.provider.authservice;

/**
 * A registered person.
 *
 * @param id opaque, e.g. {@code "usr_42"}
 * @param email as the person wrote it
 * @param name as the person wants to be called
 */
record User(String id, String email, String name) {}
