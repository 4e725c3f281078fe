package dev.treaty.provider.apigateway;

import dev.treaty.provider.service.Problem;
import dev.treaty.provider.service.ProviderStates;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the gateway to the states of its contracts, while its services are a stub server that replays the gateway's own
 * contracts. What the services have, those say; who calls, how often, and which service is down, is the gateway's.
 */
final class GatewayStates implements ProviderStates {

    private static final Duration LIFETIME = Duration.ofHours(1);
    private static final String SIGNED_IN = "a user is signed in";
    private static final String EXPIRED = "an access token has expired";
    private static final String USED_UP = "a user has exhausted a rate limit";
    private static final String DOWN = "a service is unavailable";

    /** What the services' contracts say. */
    private static final List<String> OF_SERVICES = List.of(
            "no user is registered",
            "a user is registered",
            "a user has no sign-in attempts left",
            "a session is open",
            "a refresh token has been revoked",
            "a workspace exists",
            "no workspace exists",
            "a workspace name is available",
            "a user is a member",
            "a user is a member of several workspaces",
            "an invitation exists");

    private final StateTokens tokens;
    private final RateLimiter limiter;
    private final List<Circuit> circuits;
    private final Clock clock;

    GatewayStates(StateTokens tokens, RateLimiter limiter, List<Circuit> circuits, Clock clock) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.circuits = List.copyOf(circuits);
        this.clock = clock;
    }

    @Override
    public Map<String, Object> enter(String state, Map<String, @Nullable Object> parameters) {
        switch (state) {
            case SIGNED_IN -> {
                return Map.of("accessToken", token(parameters, "id", LIFETIME));
            }
            case EXPIRED -> {
                return Map.of("accessToken", token(parameters, "user", LIFETIME.negated()));
            }
            case USED_UP -> limiter.takeAll(caller(parameters));
            case DOWN -> circuit(parameters).open();
            default -> checkIsOfServices(state);
        }
        return Map.of();
    }

    @Override
    public void leave(String state, Map<String, @Nullable Object> parameters) {
        switch (state) {
            case USED_UP -> limiter.forget(caller(parameters));
            case DOWN -> circuit(parameters).close();
            default -> {}
        }
    }

    private static void checkIsOfServices(String state) {
        if (!OF_SERVICES.contains(state)) {
            var known = Stream.concat(Stream.of(SIGNED_IN, EXPIRED, USED_UP, DOWN), OF_SERVICES.stream())
                    .sorted()
                    .toList();
            throw new Problem(404, "unknown-state", "There is no such provider state").with("known", known);
        }
    }

    private String token(Map<String, @Nullable Object> parameters, String user, Duration lifetime) {
        return tokens.accessToken(
                text(parameters, user, "usr_42"),
                text(parameters, "email", "ada@example.org"),
                text(parameters, "name", "Ada Lovelace"),
                clock.instant().plus(lifetime));
    }

    private static String caller(Map<String, @Nullable Object> parameters) {
        return Gate.caller(text(parameters, "user", "usr_42"));
    }

    private Circuit circuit(Map<String, @Nullable Object> parameters) {
        var service = text(parameters, "service", "");
        return circuits.stream()
                .filter(circuit -> circuit.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new Problem(422, "invalid-state", "The gateway calls no such service")
                        .with("known", circuits.stream().map(Circuit::service).toList()));
    }

    private static String text(Map<String, @Nullable Object> parameters, String name, String otherwise) {
        var value = parameters.get(name);
        return value == null ? otherwise : value.toString();
    }
}
