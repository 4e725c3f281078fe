package dev.treaty.provider.service.problems;

/**
 * What is wrong with one field of a request body.
 *
 * @param detail for people, e.g. {@code "is missing"}; never the value that was sent, which may be a password
 */
public record FieldError(String field, String detail) {}
