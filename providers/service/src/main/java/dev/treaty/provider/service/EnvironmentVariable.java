package dev.treaty.provider.service;

/**
 * An environment variable that a service reads.
 *
 * @param name e.g. {@code "JWKS_URL"}
 * @param fallback what applies when it is not set, as {@code --help} prints it, e.g. {@code "100"} or {@code "none; required"}
 * @param example a possible value
 * @param meaning a sentence for {@code --help}
 */
public record EnvironmentVariable(String name, String fallback, String example, String meaning) {}
