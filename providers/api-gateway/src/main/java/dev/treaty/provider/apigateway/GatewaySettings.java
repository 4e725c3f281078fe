package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.apigateway.ratelimit.Quota;
import dev.treaty.provider.service.CannotStart;
import dev.treaty.provider.service.http.TrustedProxies;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.net.URI;
import java.time.Duration;

/**
 * How the gateway is configured.
 *
 * @param authService where auth-service is, e.g. {@code http://auth.internal:8081}
 * @param workspaceService where workspace-service is, e.g. {@code http://workspaces.internal:8082}
 * @param tokens the access tokens that are accepted
 * @param timeouts for one call to a service
 * @param patience how long a caller waits at most: a call is repeated only if there is time for another full one
 * @param quota of each caller
 * @param largestBody of a request, in bytes
 * @param proxies in front of the gateway that are believed about the client's address
 */
public record GatewaySettings(
        URI authService,
        URI workspaceService,
        TokenPolicy tokens,
        Timeouts timeouts,
        Duration patience,
        Quota quota,
        int largestBody,
        TrustedProxies proxies) {

    /** Connecting takes more than a second if the first packet is lost (RFC 6298, section 2). */
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofMillis(1_200), Duration.ofSeconds(2));

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Quota QUOTA = new Quota(100, Duration.ofSeconds(60));
    static final int LARGEST_BODY = 16 << 10;

    /** Checks that a caller waits long enough for one call. */
    public GatewaySettings {
        if (patience.compareTo(timeouts.call()) < 0) {
            throw new CannotStart(
                    "A caller's patience ends before one call to a service does.",
                    "patience %s, call %s".formatted(patience, timeouts.call()),
                    "set PATIENCE_MILLISECONDS to at least CALL_TIMEOUT_MILLISECONDS");
        }
    }

    /** A gateway in front of two services, with the default limits. */
    public static GatewaySettings between(URI authService, URI workspaceService) {
        return new GatewaySettings(
                authService,
                workspaceService,
                TokenPolicy.PLATFORM,
                TIMEOUTS,
                PATIENCE,
                QUOTA,
                LARGEST_BODY,
                TrustedProxies.none());
    }

    /** The same, with a different quota. */
    GatewaySettings withQuota(Quota other) {
        return new GatewaySettings(
                authService, workspaceService, tokens, timeouts, patience, other, largestBody, proxies);
    }

    /** The same, with different timeouts. */
    GatewaySettings withTimeouts(Timeouts other, Duration patience) {
        return new GatewaySettings(authService, workspaceService, tokens, other, patience, quota, largestBody, proxies);
    }

    /** The same, behind proxies. */
    GatewaySettings withProxies(TrustedProxies others) {
        return new GatewaySettings(
                authService, workspaceService, tokens, timeouts, patience, quota, largestBody, others);
    }
}
