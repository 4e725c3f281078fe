package dev.treaty.provider.apigateway;

import dev.treaty.provider.apigateway.downstream.ServiceCircuit;
import dev.treaty.provider.apigateway.ratelimit.RateLimiter;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.states.ProviderStates;
import dev.treaty.provider.service.tokens.StateTokens;
import dev.treaty.provider.service.tokens.TokenUser;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Brings the gateway to the provider states of its contracts while a stub server replays the services' contracts behind it. The stub server
 * provides the services' data; the callers, their quotas and broken services are the gateway's own.
 */
final class GatewayStates implements ProviderStates {

    private static final Duration LIFETIME = Duration.ofHours(1);
    static final String SIGNED_IN = "a user is signed in";
    static final String EXPIRED = "an access token has expired";
    static final String USED_UP = "a user has exhausted a rate limit";
    static final String DOWN = "a service is unavailable";

    // The states of the services behind the gateway: their contracts provide the data, so there is nothing to do here.
    static final String NO_USER = "no user is registered";
    static final String USER = "a user is registered";
    static final String NO_ATTEMPTS = "a user has no sign-in attempts left";
    static final String SESSION = "a session is open";
    static final String REVOKED = "a refresh token has been revoked";
    static final String WORKSPACE = "a workspace exists";
    static final String NO_WORKSPACE = "no workspace exists";
    static final String FREE_NAME = "a workspace name is available";
    static final String MEMBER = "a user is a member";
    static final String MEMBER_OF_SEVERAL = "a user is a member of several workspaces";
    static final String INVITED = "an invitation exists";

    private static final List<String> OF_SERVICES = List.of(
            NO_USER,
            USER,
            NO_ATTEMPTS,
            SESSION,
            REVOKED,
            WORKSPACE,
            NO_WORKSPACE,
            FREE_NAME,
            MEMBER,
            MEMBER_OF_SEVERAL,
            INVITED);

    private final StateTokens tokens;
    private final RateLimiter limiter;
    private final List<ServiceCircuit> circuits;
    private final Clock clock;

    GatewayStates(StateTokens tokens, RateLimiter limiter, List<ServiceCircuit> circuits, Clock clock) {
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
            throw PlatformProblems.unknownState(state, known);
        }
    }

    private String token(Map<String, @Nullable Object> parameters, String user, Duration lifetime) {
        var signedIn = new TokenUser(
                text(parameters, user, "usr_42"),
                Optional.of(text(parameters, "email", "ada@example.org")),
                Optional.of(text(parameters, "name", "Ada Lovelace")));
        return tokens.accessToken(signedIn, clock.instant().plus(lifetime));
    }

    private static String caller(Map<String, @Nullable Object> parameters) {
        return Gate.caller(text(parameters, "user", "usr_42"));
    }

    private ServiceCircuit circuit(Map<String, @Nullable Object> parameters) {
        var service = text(parameters, "service", "");
        return circuits.stream()
                .filter(circuit -> circuit.service().equals(service))
                .findFirst()
                .orElseThrow(() -> PlatformProblems.invalidState("The gateway calls no such service")
                        .with(
                                "known",
                                circuits.stream().map(ServiceCircuit::service).toList()));
    }

    private static String text(Map<String, @Nullable Object> parameters, String name, String otherwise) {
        var value = parameters.get(name);
        return value == null ? otherwise : value.toString();
    }
}
