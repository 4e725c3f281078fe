package dev.treaty.provider.service.tokens;

import java.util.Optional;

/**
 * The person whom an access token identifies.
 *
 * @param id the token's {@code sub}, e.g. {@code "usr_42"}
 * @param email the address they sign in with, if the token has it
 * @param name as they want to be called, if the token has it
 */
public record TokenUser(String id, Optional<String> email, Optional<String> name) {}
