package dev.treaty.provider.workspaceservice;

import dev.treaty.provider.service.Environment;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.Variable;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service needs to know of its surroundings.
 *
 * @param keys where auth-service answers its keys; empty only where provider states bring tokens of their own
 * @param issuer whose tokens are taken
 * @param audience whom a token must be for
 * @param events where events are sent; empty to leave them in the outbox
 * @param attempts how often an event is tried before it is set aside
 */
record Configuration(Optional<URI> keys, String issuer, String audience, Optional<URI> events, int attempts) {

    private static final int ATTEMPTS = 10;
    private static final String ISSUER = "https://treaty.dev/services/auth-service";
    private static final String AUDIENCE = "https://treaty.dev/api";

    private static final Variable JWKS_URL = new Variable(
            "JWKS_URL",
            "none, and it must be set unless provider states are on",
            "http://127.0.0.1:8081/.well-known/jwks.json",
            "Where auth-service answers the keys that access tokens are verified with.");
    private static final Variable JWT_ISSUER =
            new Variable("JWT_ISSUER", ISSUER, "https://auth.example", "Whose access tokens are taken: their iss.");
    private static final Variable JWT_AUDIENCE =
            new Variable("JWT_AUDIENCE", AUDIENCE, "https://api.example", "Whom access tokens must be for: their aud.");
    private static final Variable EVENTS_URL = new Variable(
            "EVENTS_URL",
            "none, and events stay in the outbox",
            "https://events.example/in",
            "Where events are sent, by POST, as CloudEvents in JSON.");
    private static final Variable EVENTS_ATTEMPTS = new Variable(
            "EVENTS_ATTEMPTS",
            String.valueOf(ATTEMPTS),
            String.valueOf(ATTEMPTS),
            "How often an event is tried before it is set aside for people to look at.");

    /** What the command line prints, and all that is read of the environment. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            WorkspaceService.NAME,
            "Keeps workspaces and who may do what in them, and tells others what has changed.",
            8082,
            List.of(ServiceDescription.DATABASE_URL, JWKS_URL, JWT_ISSUER, JWT_AUDIENCE, EVENTS_URL, EVENTS_ATTEMPTS));

    /** Nothing but what is usual: for a service with provider states. */
    static Configuration none() {
        return of(Map.of());
    }

    static Configuration of(Map<String, String> variables) {
        return of(SERVICE.environment(variables));
    }

    /**
     * What environment variables say.
     *
     * @throws dev.treaty.provider.service.CannotStart if one of them is not what it should be
     */
    static Configuration of(Environment environment) {
        return new Configuration(
                environment.address(JWKS_URL),
                environment.text(JWT_ISSUER).orElse(ISSUER),
                environment.text(JWT_AUDIENCE).orElse(AUDIENCE),
                environment.address(EVENTS_URL),
                Math.toIntExact(environment.number(EVENTS_ATTEMPTS, ATTEMPTS)));
    }
}
