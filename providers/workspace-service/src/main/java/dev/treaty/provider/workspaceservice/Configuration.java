package dev.treaty.provider.workspaceservice;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the service needs to know of its surroundings.
 *
 * @param keys where auth-service answers its keys; empty only where provider states bring tokens of their own
 * @param issuer whose tokens are taken; empty for whoever has the keys
 * @param events where events are sent; empty to leave them in the outbox
 * @param attempts how often an event is tried before it is set aside
 */
record Configuration(Optional<URI> keys, Optional<String> issuer, Optional<URI> events, int attempts) {

    private static final int ATTEMPTS = 10;

    /** Nothing known: for a service with provider states. */
    static Configuration none() {
        return of(Map.of());
    }

    /**
     * Reads {@code JWKS_URL}, {@code JWT_ISSUER}, {@code EVENTS_URL} and {@code EVENTS_ATTEMPTS}.
     *
     * @throws IllegalArgumentException if one of them is not what it should be
     */
    static Configuration of(Map<String, String> environment) {
        return new Configuration(
                address(environment, "JWKS_URL"),
                Optional.ofNullable(environment.get("JWT_ISSUER")),
                address(environment, "EVENTS_URL"),
                attempts(environment));
    }

    private static Optional<URI> address(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(value -> {
            if (!value.matches("https?://[^\\s]+")) {
                throw unusable(name, "an address that begins with http:// or https://");
            }
            return URI.create(value);
        });
    }

    private static int attempts(Map<String, String> environment) {
        var name = "EVENTS_ATTEMPTS";
        var value = environment.get(name);
        if (value == null) {
            return ATTEMPTS;
        }
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw unusable(name, "a number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static IllegalArgumentException unusable(String name, String needed) {
        return new IllegalArgumentException("""
                A setting is not what it should be.
                  where: %s
                  mend:  give it %s, or leave it away""".formatted(name, needed));
    }
}
