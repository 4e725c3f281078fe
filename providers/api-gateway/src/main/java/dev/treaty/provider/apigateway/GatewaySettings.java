package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a gateway is set up.
 *
 * @param authService where auth-service is, e.g. {@code http://auth.internal:8081}
 * @param workspaceService where workspace-service is, e.g. {@code http://workspaces.internal:8082}
 * @param tokenIssuer what access tokens must name as their {@code iss}; empty to leave that to their signature, whose keys
 *     come from auth-service alone
 * @param timeouts for one call to a service
 * @param patience how long a caller is kept waiting: a call is repeated only if there is time for another whole one
 * @param quota of each caller
 * @param largestBody of a request, in bytes
 */
public record GatewaySettings(
        URI authService,
        URI workspaceService,
        Optional<String> tokenIssuer,
        Timeouts timeouts,
        Duration patience,
        Quota quota,
        int largestBody) {

    /** To connect takes more than a second when the first packet is lost (RFC 6298, section 2). */
    private static final Timeouts TIMEOUTS = new Timeouts(Duration.ofMillis(1_200), Duration.ofSeconds(2));

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Quota QUOTA = new Quota(100, Duration.ofSeconds(60));
    private static final int LARGEST_BODY = 16 << 10;

    /** Refuses to leave a caller before one call is over. */
    public GatewaySettings {
        if (patience.compareTo(timeouts.call()) < 0) {
            throw new IllegalArgumentException("""
                    A caller's patience ends before one call to a service does.
                      where: patience %s, call %s
                      mend:  give PATIENCE_MILLISECONDS at least the value of CALL_TIMEOUT_MILLISECONDS""".formatted(patience, timeouts.call()));
        }
    }

    /** A gateway between its callers and two services, with the usual limits. */
    public static GatewaySettings between(URI authService, URI workspaceService) {
        return new GatewaySettings(
                authService, workspaceService, Optional.empty(), TIMEOUTS, PATIENCE, QUOTA, LARGEST_BODY);
    }

    /**
     * What environment variables say: {@code AUTH_SERVICE_URL} and {@code WORKSPACE_SERVICE_URL}, which must be there, and
     * {@code JWT_ISSUER}, {@code RATE_LIMIT_REQUESTS}, {@code RATE_LIMIT_WINDOW_SECONDS}, {@code CALL_TIMEOUT_MILLISECONDS},
     * {@code PATIENCE_MILLISECONDS} and {@code LARGEST_BODY_BYTES}, which need not.
     *
     * @throws IllegalArgumentException when one is missing, or is not what it should be
     */
    public static GatewaySettings of(Map<String, String> environment) {
        var variables = new Variables(environment);
        var call = variables.number("CALL_TIMEOUT_MILLISECONDS", TIMEOUTS.call().toMillis());
        var patience = variables.number("PATIENCE_MILLISECONDS", Math.max(call, PATIENCE.toMillis()));
        return new GatewaySettings(
                variables.address("AUTH_SERVICE_URL"),
                variables.address("WORKSPACE_SERVICE_URL"),
                variables.text("JWT_ISSUER"),
                new Timeouts(TIMEOUTS.connect(), Duration.ofMillis(call)),
                Duration.ofMillis(patience),
                new Quota(
                        variables.number("RATE_LIMIT_REQUESTS", QUOTA.requests()),
                        Duration.ofSeconds(variables.number(
                                "RATE_LIMIT_WINDOW_SECONDS", QUOTA.window().toSeconds()))),
                Math.toIntExact(variables.number("LARGEST_BODY_BYTES", LARGEST_BODY)));
    }

    /** The same, with another quota. */
    GatewaySettings withQuota(Quota other) {
        return new GatewaySettings(authService, workspaceService, tokenIssuer, timeouts, patience, other, largestBody);
    }

    /** The same, waiting for another while. */
    GatewaySettings withTimeouts(Timeouts other, Duration patience) {
        return new GatewaySettings(authService, workspaceService, tokenIssuer, other, patience, quota, largestBody);
    }
}
