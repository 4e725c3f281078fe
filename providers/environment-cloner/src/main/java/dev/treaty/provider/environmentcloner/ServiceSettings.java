package dev.treaty.provider.environmentcloner;

import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the service is configured by environment variables; what it clones is configured on the command line.
 *
 * @param keys where auth-service publishes its keys; empty only where provider states bring their own tokens
 * @param tokens the access tokens that are accepted
 * @param events where events are sent; empty to leave them in the outbox
 * @param attempts how often sending an event is tried before it is set aside
 */
record ServiceSettings(Optional<URI> keys, TokenPolicy tokens, Optional<URI> events, int attempts) {

    private static final int ATTEMPTS = 10;

    private static final EnvironmentVariable JWKS_URL = new EnvironmentVariable(
            "JWKS_URL",
            "none; required unless provider states are on",
            "http://127.0.0.1:8081/.well-known/jwks.json",
            "Where the keys are published that verify access tokens.");
    private static final EnvironmentVariable EVENTS_URL = new EnvironmentVariable(
            "EVENTS_URL",
            "none, and events stay in the outbox",
            "https://events.example/in",
            "Where events are sent: by POST, as CloudEvents in JSON.");
    private static final EnvironmentVariable EVENTS_ATTEMPTS = new EnvironmentVariable(
            "EVENTS_ATTEMPTS",
            String.valueOf(ATTEMPTS),
            String.valueOf(ATTEMPTS),
            "How often sending an event is tried before it is set aside for people to look at.");

    /** What {@code --help} prints, and every environment variable that is read. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            "environment-cloner",
            "Clones the database of an environment into another one, and anonymises it on the way.",
            8084,
            List.of(
                    ServiceDescription.DATABASE_URL,
                    JWKS_URL,
                    TokenPolicy.JWT_ISSUER,
                    TokenPolicy.JWT_AUDIENCE,
                    EVENTS_URL,
                    EVENTS_ATTEMPTS));

    /** The defaults, which suffice for a service with provider states. */
    static ServiceSettings defaults() {
        return of(Map.of());
    }

    static ServiceSettings of(Map<String, String> variables) {
        return of(new ServiceEnvironment(SERVICE, variables));
    }

    /**
     * Reads the environment variables.
     *
     * @throws dev.treaty.provider.service.CannotStart if one is set to something unusable
     */
    static ServiceSettings of(ServiceEnvironment environment) {
        return new ServiceSettings(
                environment.address(JWKS_URL),
                TokenPolicy.of(environment),
                environment.address(EVENTS_URL),
                Math.toIntExact(environment.number(EVENTS_ATTEMPTS, ATTEMPTS)));
    }
}
