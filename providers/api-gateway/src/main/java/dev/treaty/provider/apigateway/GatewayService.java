package dev.treaty.provider.apigateway;

import com.nimbusds.jose.jwk.RSAKey;
import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import dev.treaty.provider.apigateway.downstream.ServiceCalls;
import dev.treaty.provider.apigateway.downstream.ServiceCircuit;
import dev.treaty.provider.apigateway.downstream.ServiceReadiness;
import dev.treaty.provider.apigateway.ratelimit.RateLimiter;
import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceCommand;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.service.http.HttpService;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.KeyLookup;
import dev.treaty.provider.service.tokens.KeySetCache;
import dev.treaty.provider.service.tokens.RsaKeys;
import dev.treaty.provider.service.tokens.StateTokens;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The gateway. Addresses and limits come from the environment ({@link GatewayVariables}), the rest from the command line. */
public final class GatewayService {

    private static final String AUTH_SERVICE = "auth-service";
    private static final String WORKSPACE_SERVICE = "workspace-service";

    private GatewayService() {}

    /** Runs the gateway until the process is stopped. */
    public static void main(String... arguments) {
        System.exit(ServiceCommand.run(
                GatewayVariables.SERVICE,
                (options, environment) ->
                        start(options, GatewayVariables.read(environment), RsaKeys::generate, Clock.systemUTC()),
                arguments));
    }

    /**
     * Starts a gateway in this process; it responds when this returns.
     *
     * @param keyGenerator makes the key that signs the tokens of provider states; called only if these are on
     * @param clock for tokens, keys, quotas and circuits
     */
    public static RunningService start(
            ServiceOptions options, GatewaySettings settings, Supplier<RSAKey> keyGenerator, Clock clock) {
        var service = HttpService.named(GatewayVariables.SERVICE.name(), options);
        var metrics = service.metrics().registry();
        var timeouts = settings.timeouts();
        var authCircuit = new ServiceCircuit(AUTH_SERVICE, clock);
        var workspaceCircuit = new ServiceCircuit(WORKSPACE_SERVICE, clock);
        var toAuth = new ServiceCalls(authCircuit, settings.patience(), timeouts.call(), clock, metrics);
        var toWorkspaces = new ServiceCalls(workspaceCircuit, settings.patience(), timeouts.call(), clock, metrics);
        var auth = new AuthService(settings.authService(), timeouts);
        var workspaces = new WorkspaceService(settings.workspaceService(), timeouts);
        var limiter = new RateLimiter(settings.quota(), clock);
        KeyLookup trusted = id -> Optional.empty();
        if (options.providerStates()) {
            var tokens = new StateTokens(keyGenerator.get(), settings.tokens());
            trusted = tokens;
            service.providerStates(new GatewayStates(tokens, limiter, List.of(authCircuit, workspaceCircuit), clock));
        }
        var keys = new GatewayKeys(new KeySetCache(clock), auth, toAuth, trusted);
        var verifier = new AccessTokenVerifier(settings.tokens(), clock);
        var gate = new Gate(verifier, keys, limiter, settings.proxies(), metrics);
        return service.needs(new ServiceReadiness(AUTH_SERVICE, settings.authService(), timeouts))
                .needs(new ServiceReadiness(WORKSPACE_SERVICE, settings.workspaceService(), timeouts))
                .routes(routes -> {
                    new AccountRoutes(auth, toAuth, settings.largestBody()).configure(routes, gate);
                    new WorkspaceRoutes(workspaces, toWorkspaces, settings.largestBody()).configure(routes, gate);
                    new MemberRoutes(workspaces.members(), toWorkspaces, settings.largestBody())
                            .configure(routes, gate);
                })
                .start();
    }
}
