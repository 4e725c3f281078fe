package dev.treaty.provider.service;

/**
 * An environment variable that a service reads.
 *
 * @param name e.g. {@code "JWKS_URL"}
 * @param otherwise what holds when it is not set, as {@code --help} says it, e.g. {@code "100"} or {@code "must be set"}
 * @param example a value that it could have
 * @param meaning a sentence for {@code --help}
 */
public record Variable(String name, String otherwise, String example, String meaning) {}
