package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import dev.treaty.provider.service.HttpService;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;

/**
 * Starts the gateway. Addresses and limits come from the environment ({@link GatewayVariables}), the rest from the command
 * line.
 */
public final class ApiGateway {

    private static final String AUTH_SERVICE = "auth-service";
    private static final String WORKSPACE_SERVICE = "workspace-service";

    private ApiGateway() {}

    /** Runs until the process is told to end. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                GatewayVariables.SERVICE,
                (options, environment) -> start(options, GatewayVariables.read(environment), Clock.systemUTC()),
                arguments));
    }

    /**
     * Starts a gateway in this process.
     *
     * @param clock what tokens, keys, quotas and circuits go by
     */
    public static RunningService start(ServiceOptions options, GatewaySettings settings, Clock clock) {
        var service = HttpService.named(GatewayVariables.SERVICE.name(), options);
        var measurements = service.metrics().registry();
        var timeouts = settings.timeouts();
        var authCircuit = new Circuit(AUTH_SERVICE, clock);
        var workspaceCircuit = new Circuit(WORKSPACE_SERVICE, clock);
        var toAuth = new Downstream(authCircuit, settings, clock, measurements);
        var toWorkspaces = new Downstream(workspaceCircuit, settings, clock, measurements);
        var auth = new AuthService(settings.authService(), timeouts);
        var workspaces = new WorkspaceService(settings.workspaceService(), timeouts);
        var limiter = new RateLimiter(settings.quota(), clock);
        var own = new HashMap<String, RSAPublicKey>();
        if (options.providerStates()) {
            var tokens = StateTokens.generate(settings);
            own.putAll(tokens.publicKeys());
            service.providerStates(new GatewayStates(tokens, limiter, List.of(authCircuit, workspaceCircuit), clock));
        }
        var keys = new SigningKeys(own, requestId -> toAuth.call(() -> auth.keySet(requestId)), clock);
        var gate = new Gate(new AccessTokens(keys, settings, clock), limiter, settings.proxies(), measurements);
        return service.needs(new Reachability(AUTH_SERVICE, settings.authService(), timeouts))
                .needs(new Reachability(WORKSPACE_SERVICE, settings.workspaceService(), timeouts))
                .routes(routes -> {
                    new AccountRoutes(auth, toAuth, settings.largestBody()).configure(routes, gate);
                    new WorkspaceRoutes(workspaces, toWorkspaces, settings.largestBody()).configure(routes, gate);
                    new MemberRoutes(workspaces.members(), toWorkspaces, settings.largestBody())
                            .configure(routes, gate);
                })
                .start();
    }
}
