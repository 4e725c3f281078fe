package dev.treaty.provider.service.tokens;

import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** Finds the public key that verifies a token. */
@FunctionalInterface
public interface KeyLookup {

    /**
     * The key with an id; empty if there is no such key.
     *
     * @throws KeysUnavailable if nobody can say now
     */
    Optional<RSAPublicKey> find(String id) throws KeysUnavailable;

    /** Looks here first, and then there. */
    default KeyLookup or(KeyLookup other) {
        return id -> {
            var found = find(id);
            return found.isPresent() ? found : other.find(id);
        };
    }
}
