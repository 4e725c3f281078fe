package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.AuthService;
import dev.treaty.consumer.apigateway.WorkspaceService;
import dev.treaty.provider.service.HttpService;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import java.time.Clock;

/**
 * Starts the gateway. Addresses and limits come from the environment ({@link GatewaySettings#of}), the rest from the command
 * line.
 */
public final class ApiGateway {

    private static final String AUTH_SERVICE = "auth-service";
    private static final String WORKSPACE_SERVICE = "workspace-service";

    private ApiGateway() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                "api-gateway",
                options -> start(options, GatewaySettings.of(System.getenv()), Clock.systemUTC()),
                arguments));
    }

    /**
     * Starts a gateway in this process.
     *
     * @param clock what tokens, keys, quotas and circuits go by
     */
    public static RunningService start(ServiceOptions options, GatewaySettings settings, Clock clock) {
        var service = HttpService.named("api-gateway", options);
        var measurements = service.metrics().registry();
        var timeouts = settings.timeouts();
        var auth = new AuthService(settings.authService(), timeouts);
        var workspaces = new WorkspaceService(settings.workspaceService(), timeouts);
        var toAuth = new Downstream(new Circuit(AUTH_SERVICE, clock), settings, clock, measurements);
        var toWorkspaces = new Downstream(new Circuit(WORKSPACE_SERVICE, clock), settings, clock, measurements);
        var keys = new SigningKeys(requestId -> toAuth.call(() -> auth.keySet(requestId)), clock);
        var tokens = new AccessTokens(keys, settings.tokenIssuer(), clock);
        var gate = new Gate(tokens, new RateLimiter(settings.quota(), clock), measurements);
        return service.needs(new Reachability(AUTH_SERVICE, settings.authService(), timeouts))
                .needs(new Reachability(WORKSPACE_SERVICE, settings.workspaceService(), timeouts))
                .routes(routes -> {
                    new AccountRoutes(auth, toAuth, settings.largestBody()).configure(routes, gate);
                    new WorkspaceRoutes(workspaces, toWorkspaces, settings.largestBody()).configure(routes, gate);
                })
                .start();
    }
}
