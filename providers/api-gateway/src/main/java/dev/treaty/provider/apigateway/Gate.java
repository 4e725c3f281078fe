package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.provider.apigateway.ratelimit.RateLimiter;
import dev.treaty.provider.service.http.RequestIds;
import dev.treaty.provider.service.http.TrustedProxies;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import dev.treaty.provider.service.tokens.AccessTokenVerifier;
import dev.treaty.provider.service.tokens.BearerToken;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/**
 * Every request passes this first: it identifies the caller and enforces the rate limit. Callers with a valid token are identified by it, all
 * others by their address; so guessing tokens uses up quota, too.
 */
final class Gate {

    /** A route that only signed-in users may call. */
    interface SignedInRoute {
        void handle(Context context, SignedInUser caller) throws Exception;
    }

    private final AccessTokenVerifier verifier;
    private final GatewayKeys keys;
    private final RateLimiter limiter;
    private final TrustedProxies proxies;
    private final MeterRegistry metrics;

    Gate(
            AccessTokenVerifier verifier,
            GatewayKeys keys,
            RateLimiter limiter,
            TrustedProxies proxies,
            MeterRegistry metrics) {
        this.verifier = verifier;
        this.keys = keys;
        this.limiter = limiter;
        this.proxies = proxies;
        this.metrics = metrics;
    }

    /** The id of a request, for the calls it causes. */
    static RequestId requestId(Context context) {
        return new RequestId(RequestIds.of(context));
    }

    /** The limiter's name for a user. */
    static String caller(String user) {
        return "user " + user;
    }

    /** Guards a route that is open to everyone. */
    Handler open(Handler route) {
        return context -> {
            admit(context, address(context));
            route.handle(context);
        };
    }

    /** Guards a route for signed-in users. */
    Handler signedIn(SignedInRoute route) {
        return context -> {
            SignedInUser caller;
            try {
                caller = identify(context);
            } catch (Problem refusal) {
                admit(context, address(context));
                throw refusal;
            }
            admit(context, caller(caller.id()));
            route.handle(context, caller);
        };
    }

    private SignedInUser identify(Context context) {
        var token = BearerToken.of(EndToEndHeaders.of(context).value("Authorization"));
        var user = token.verified(verifier, keys.forRequest(requestId(context)));
        return new SignedInUser(
                user.id(),
                user.email().orElseThrow(PlatformProblems::tokenInvalid),
                user.name().orElseThrow(PlatformProblems::tokenInvalid),
                new AccessToken(token.text()));
    }

    private void admit(Context context, String caller) {
        var allowance = limiter.take(caller);
        context.header("RateLimit-Policy", limiter.quota().policy());
        context.header("RateLimit", allowance.field());
        if (!allowance.admitted()) {
            metrics.counter("gateway.rate.limited").increment();
            throw PlatformProblems.tooManyRequests("Too many requests", allowance.reset());
        }
    }

    /** If a trusted proxy does not name its client, the proxy's own quota applies, so that nobody is without one. */
    private String address(Context context) {
        return "address " + TrustedProxies.countedBy(client(context).orElseGet(context::ip));
    }

    /** The client's address; empty if a trusted proxy does not name it. */
    Optional<String> client(Context context) {
        return proxies.client(
                context.ip(),
                EndToEndHeaders.of(context).value("X-Forwarded-For").orElse(null));
    }
}
