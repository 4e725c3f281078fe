package dev.treaty.provider.service.tokens;

import java.util.Optional;
import java.util.Set;

/**
 * The person whom an access token identifies.
 *
 * @param id the token's {@code sub}, e.g. {@code "usr_42"}
 * @param email the address they sign in with, if the token has it
 * @param name as they want to be called, if the token has it
 * @param roles what they are on the platform as a whole, e.g. {@code "operator"} (RFC 9068, section 2.2.3.1); empty if the token has none
 */
public record TokenUser(String id, Optional<String> email, Optional<String> name, Set<String> roles) {

    /** Copies the roles. */
    public TokenUser {
        roles = Set.copyOf(roles);
    }

    /** Somebody without a role. */
    public TokenUser(String id, Optional<String> email, Optional<String> name) {
        this(id, email, name, Set.of());
    }
}
