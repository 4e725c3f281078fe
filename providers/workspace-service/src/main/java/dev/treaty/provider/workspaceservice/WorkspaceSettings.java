package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How workspace-service is configured.
 *
 * @param keys where auth-service publishes its keys; empty only where provider states bring their own tokens
 * @param tokens the access tokens that are accepted
 * @param events where events are sent; empty to leave them in the outbox
 * @param attempts how often sending an event is tried before it is set aside
 */
record WorkspaceSettings(Optional<URI> keys, TokenPolicy tokens, Optional<URI> events, int attempts) {

    private static final int ATTEMPTS = 10;

    private static final EnvironmentVariable JWKS_URL = new EnvironmentVariable(
            "JWKS_URL",
            "none; required unless provider states are on",
            "http://127.0.0.1:8081/.well-known/jwks.json",
            "Where auth-service publishes the keys that verify access tokens.");
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
            "workspace-service",
            "Keeps workspaces and the roles of their members, and publishes events about changes.",
            8082,
            List.of(
                    ServiceDescription.DATABASE_URL,
                    JWKS_URL,
                    TokenPolicy.JWT_ISSUER,
                    TokenPolicy.JWT_AUDIENCE,
                    EVENTS_URL,
                    EVENTS_ATTEMPTS));

    /** The defaults, which suffice for a service with provider states. */
    static WorkspaceSettings defaults() {
        return of(Map.of());
    }

    static WorkspaceSettings of(Map<String, String> variables) {
        return of(new ServiceEnvironment(SERVICE, variables));
    }

    /**
     * Reads the environment.
     *
     * @throws dev.treaty.provider.service.CannotStart if a variable is set to something unusable
     */
    static WorkspaceSettings of(ServiceEnvironment environment) {
        return new WorkspaceSettings(
                environment.address(JWKS_URL),
                TokenPolicy.of(environment),
                environment.address(EVENTS_URL),
                Math.toIntExact(environment.number(EVENTS_ATTEMPTS, ATTEMPTS)));
    }
}
