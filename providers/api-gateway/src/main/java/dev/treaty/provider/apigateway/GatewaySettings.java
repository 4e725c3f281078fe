package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.service.TrustedProxies;
import java.net.URI;
import java.time.Duration;

/**
 * How a gateway is set up.
 *
 * @param authService where auth-service is, e.g. {@code http://auth.internal:8081}
 * @param workspaceService where workspace-service is, e.g. {@code http://workspaces.internal:8082}
 * @param tokenIssuer what access tokens must name as their {@code iss}
 * @param tokenAudience what they must name as their {@code aud}, or among others
 * @param timeouts for one call to a service
 * @param patience how long a caller is kept waiting: a call is repeated only if there is time for another whole one
 * @param quota of each caller
 * @param largestBody of a request, in bytes
 * @param proxies before the gateway, whose word is taken on who calls
 */
public record GatewaySettings(
        URI authService,
        URI workspaceService,
        String tokenIssuer,
        String tokenAudience,
        Timeouts timeouts,
        Duration patience,
        Quota quota,
        int largestBody,
        TrustedProxies proxies) {

    /** To connect takes more than a second when the first packet is lost (RFC 6298, section 2). */
    static final Timeouts TIMEOUTS = new Timeouts(Duration.ofMillis(1_200), Duration.ofSeconds(2));

    static final Duration PATIENCE = Duration.ofSeconds(5);
    static final Quota QUOTA = new Quota(100, Duration.ofSeconds(60));
    static final int LARGEST_BODY = 16 << 10;
    static final String ISSUER = "https://treaty.dev/services/auth-service";
    static final String AUDIENCE = "https://treaty.dev/api";

    /** Refuses to leave a caller before one call is over. */
    public GatewaySettings {
        if (patience.compareTo(timeouts.call()) < 0) {
            throw new IllegalArgumentException("""
                    A caller's patience ends before one call to a service does.
                      where: patience %s, call %s
                      fix:   give PATIENCE_MILLISECONDS at least the value of CALL_TIMEOUT_MILLISECONDS""".formatted(patience, timeouts.call()));
        }
    }

    /** A gateway between its callers and two services, with the usual limits. */
    public static GatewaySettings between(URI authService, URI workspaceService) {
        return new GatewaySettings(
                authService,
                workspaceService,
                ISSUER,
                AUDIENCE,
                TIMEOUTS,
                PATIENCE,
                QUOTA,
                LARGEST_BODY,
                TrustedProxies.none());
    }

    /** The same, with another quota. */
    GatewaySettings withQuota(Quota other) {
        return new GatewaySettings(
                authService,
                workspaceService,
                tokenIssuer,
                tokenAudience,
                timeouts,
                patience,
                other,
                largestBody,
                proxies);
    }

    /** The same, waiting for another while. */
    GatewaySettings withTimeouts(Timeouts other, Duration patience) {
        return new GatewaySettings(
                authService,
                workspaceService,
                tokenIssuer,
                tokenAudience,
                other,
                patience,
                quota,
                largestBody,
                proxies);
    }

    /** The same, behind proxies. */
    GatewaySettings withProxies(TrustedProxies others) {
        return new GatewaySettings(
                authService,
                workspaceService,
                tokenIssuer,
                tokenAudience,
                timeouts,
                patience,
                quota,
                largestBody,
                others);
    }
}
