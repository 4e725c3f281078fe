package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.apigateway.ratelimit.Quota;
import dev.treaty.provider.service.EnvironmentVariable;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.ServiceEnvironment;
import dev.treaty.provider.service.http.TrustedProxies;
import dev.treaty.provider.service.tokens.TokenPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The environment variables that configure the gateway. */
final class GatewayVariables {

    private static final String REQUIRED = "none; required";

    private static final EnvironmentVariable AUTH_SERVICE_URL = new EnvironmentVariable(
            "AUTH_SERVICE_URL", REQUIRED, "http://auth.internal:8081", "The address of auth-service.");
    private static final EnvironmentVariable WORKSPACE_SERVICE_URL = new EnvironmentVariable(
            "WORKSPACE_SERVICE_URL", REQUIRED, "http://workspaces.internal:8082", "The address of workspace-service.");
    private static final EnvironmentVariable RATE_LIMIT_REQUESTS = new EnvironmentVariable(
            "RATE_LIMIT_REQUESTS",
            String.valueOf(GatewaySettings.QUOTA.requests()),
            "100",
            "The number of requests that each caller may send in one window.");
    private static final EnvironmentVariable RATE_LIMIT_WINDOW_SECONDS = new EnvironmentVariable(
            "RATE_LIMIT_WINDOW_SECONDS",
            String.valueOf(GatewaySettings.QUOTA.window().toSeconds()),
            "60",
            "The length of a window, in seconds.");
    private static final EnvironmentVariable CALL_TIMEOUT_MILLISECONDS = new EnvironmentVariable(
            "CALL_TIMEOUT_MILLISECONDS",
            String.valueOf(GatewaySettings.TIMEOUTS.call().toMillis()),
            "2000",
            "How long one call to a service may take.");
    private static final EnvironmentVariable PATIENCE_MILLISECONDS = new EnvironmentVariable(
            "PATIENCE_MILLISECONDS",
            String.valueOf(GatewaySettings.PATIENCE.toMillis()),
            "5000",
            "How long a caller waits at most: a call is repeated only if there is time for another full one.");
    private static final EnvironmentVariable LARGEST_BODY_BYTES = new EnvironmentVariable(
            "LARGEST_BODY_BYTES",
            String.valueOf(GatewaySettings.LARGEST_BODY),
            "16384",
            "The largest request body that is accepted, in bytes.");

    /** At the edge, no proxy is trusted by default. */
    private static final EnvironmentVariable TRUSTED_PROXIES = new EnvironmentVariable(
            ServiceDescription.TRUSTED_PROXIES.name(),
            "none, and the client is the peer of the connection",
            ServiceDescription.TRUSTED_PROXIES.example(),
            ServiceDescription.TRUSTED_PROXIES.meaning());

    /** What {@code --help} prints, and every environment variable that is read. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            "api-gateway",
            "The entry to the platform: identifies callers, limits how often they call, and forwards to auth-service and workspace-service.",
            8090,
            List.of(
                    AUTH_SERVICE_URL,
                    WORKSPACE_SERVICE_URL,
                    TRUSTED_PROXIES,
                    TokenPolicy.JWT_ISSUER,
                    TokenPolicy.JWT_AUDIENCE,
                    RATE_LIMIT_REQUESTS,
                    RATE_LIMIT_WINDOW_SECONDS,
                    CALL_TIMEOUT_MILLISECONDS,
                    PATIENCE_MILLISECONDS,
                    LARGEST_BODY_BYTES));

    private GatewayVariables() {}

    static GatewaySettings read(Map<String, String> variables) {
        return read(new ServiceEnvironment(SERVICE, variables));
    }

    /**
     * Reads the environment.
     *
     * @throws dev.treaty.provider.service.CannotStart if a required variable is missing, or one is set to something unusable
     */
    static GatewaySettings read(ServiceEnvironment environment) {
        var call = environment.number(
                CALL_TIMEOUT_MILLISECONDS, GatewaySettings.TIMEOUTS.call().toMillis());
        var patience = environment.number(PATIENCE_MILLISECONDS, Math.max(call, GatewaySettings.PATIENCE.toMillis()));
        return new GatewaySettings(
                environment.requiredAddress(AUTH_SERVICE_URL),
                environment.requiredAddress(WORKSPACE_SERVICE_URL),
                TokenPolicy.of(environment),
                new Timeouts(GatewaySettings.TIMEOUTS.connect(), Duration.ofMillis(call)),
                Duration.ofMillis(patience),
                quota(environment),
                Math.toIntExact(environment.number(LARGEST_BODY_BYTES, GatewaySettings.LARGEST_BODY)),
                environment.text(TRUSTED_PROXIES).map(TrustedProxies::of).orElseGet(TrustedProxies::none));
    }

    private static Quota quota(ServiceEnvironment environment) {
        var window = environment.number(
                RATE_LIMIT_WINDOW_SECONDS, GatewaySettings.QUOTA.window().toSeconds());
        return new Quota(
                environment.number(RATE_LIMIT_REQUESTS, GatewaySettings.QUOTA.requests()), Duration.ofSeconds(window));
    }
}
