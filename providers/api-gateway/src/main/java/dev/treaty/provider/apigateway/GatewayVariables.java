package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.Timeouts;
import dev.treaty.provider.service.Environment;
import dev.treaty.provider.service.ServiceDescription;
import dev.treaty.provider.service.TrustedProxies;
import dev.treaty.provider.service.Variable;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The environment variables that set a gateway up. */
final class GatewayVariables {

    private static final String NEEDED = "none, and it must be set";

    private static final Variable AUTH_SERVICE_URL =
            new Variable("AUTH_SERVICE_URL", NEEDED, "http://auth.internal:8081", "Where auth-service is.");
    private static final Variable WORKSPACE_SERVICE_URL = new Variable(
            "WORKSPACE_SERVICE_URL", NEEDED, "http://workspaces.internal:8082", "Where workspace-service is.");
    private static final Variable JWT_ISSUER = new Variable(
            "JWT_ISSUER", GatewaySettings.ISSUER, "https://auth.example", "Whose access tokens are taken: their iss.");
    private static final Variable JWT_AUDIENCE = new Variable(
            "JWT_AUDIENCE",
            GatewaySettings.AUDIENCE,
            "https://api.example",
            "Whom access tokens must be for: their aud.");
    private static final Variable RATE_LIMIT_REQUESTS = new Variable(
            "RATE_LIMIT_REQUESTS",
            String.valueOf(GatewaySettings.QUOTA.requests()),
            "100",
            "How many requests each caller may make in one window.");
    private static final Variable RATE_LIMIT_WINDOW_SECONDS = new Variable(
            "RATE_LIMIT_WINDOW_SECONDS",
            String.valueOf(GatewaySettings.QUOTA.window().toSeconds()),
            "60",
            "How long a window is, in seconds.");
    private static final Variable CALL_TIMEOUT_MILLISECONDS = new Variable(
            "CALL_TIMEOUT_MILLISECONDS",
            String.valueOf(GatewaySettings.TIMEOUTS.call().toMillis()),
            "2000",
            "How long one call to a service may take.");
    private static final Variable PATIENCE_MILLISECONDS = new Variable(
            "PATIENCE_MILLISECONDS",
            String.valueOf(GatewaySettings.PATIENCE.toMillis()),
            "5000",
            "How long a caller is kept waiting: a call is repeated only if there is time for another whole one.");
    private static final Variable LARGEST_BODY_BYTES = new Variable(
            "LARGEST_BODY_BYTES",
            String.valueOf(GatewaySettings.LARGEST_BODY),
            "16384",
            "The largest body of a request that is read.");

    /** At the edge there is no proxy to trust until somebody names one. */
    private static final Variable TRUSTED_PROXIES = new Variable(
            ServiceDescription.TRUSTED_PROXIES.name(),
            "none, and the caller is whoever is connected",
            ServiceDescription.TRUSTED_PROXIES.example(),
            ServiceDescription.TRUSTED_PROXIES.meaning());

    /** What the command line prints, and all that is read of the environment. */
    static final ServiceDescription SERVICE = new ServiceDescription(
            "api-gateway",
            "The one way in: checks who calls and how often, and passes calls on to auth-service and workspace-service.",
            8090,
            List.of(
                    AUTH_SERVICE_URL,
                    WORKSPACE_SERVICE_URL,
                    TRUSTED_PROXIES,
                    JWT_ISSUER,
                    JWT_AUDIENCE,
                    RATE_LIMIT_REQUESTS,
                    RATE_LIMIT_WINDOW_SECONDS,
                    CALL_TIMEOUT_MILLISECONDS,
                    PATIENCE_MILLISECONDS,
                    LARGEST_BODY_BYTES));

    private GatewayVariables() {}

    static GatewaySettings read(Map<String, String> variables) {
        return read(SERVICE.environment(variables));
    }

    /**
     * What they say.
     *
     * @throws dev.treaty.provider.service.CannotStart when one that is needed is missing, or one is not what it should be
     */
    static GatewaySettings read(Environment environment) {
        var call = environment.number(
                CALL_TIMEOUT_MILLISECONDS, GatewaySettings.TIMEOUTS.call().toMillis());
        var patience = environment.number(PATIENCE_MILLISECONDS, Math.max(call, GatewaySettings.PATIENCE.toMillis()));
        return new GatewaySettings(
                environment.requiredAddress(AUTH_SERVICE_URL),
                environment.requiredAddress(WORKSPACE_SERVICE_URL),
                environment.text(JWT_ISSUER).orElse(GatewaySettings.ISSUER),
                environment.text(JWT_AUDIENCE).orElse(GatewaySettings.AUDIENCE),
                new Timeouts(GatewaySettings.TIMEOUTS.connect(), Duration.ofMillis(call)),
                Duration.ofMillis(patience),
                quota(environment),
                Math.toIntExact(environment.number(LARGEST_BODY_BYTES, GatewaySettings.LARGEST_BODY)),
                environment.text(TRUSTED_PROXIES).map(TrustedProxies::of).orElseGet(TrustedProxies::none));
    }

    private static Quota quota(Environment environment) {
        var window = environment.number(
                RATE_LIMIT_WINDOW_SECONDS, GatewaySettings.QUOTA.window().toSeconds());
        return new Quota(
                environment.number(RATE_LIMIT_REQUESTS, GatewaySettings.QUOTA.requests()), Duration.ofSeconds(window));
    }
}
