package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.provider.apigateway.AccessTokens.BadToken;
import dev.treaty.provider.service.Problem;
import dev.treaty.provider.service.RequestIds;
import dev.treaty.provider.service.TrustedProxies;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What every request passes first: who calls, and whether they may call so often. Who shows a good token is known by it, and
 * everybody else by their address; so tokens that are tried out cost quota, too.
 */
final class Gate {

    /** A route that only somebody who is signed in may take. */
    interface SignedInRoute {
        void handle(Context context, SignedIn caller) throws Exception;
    }

    /** The scheme is told apart without regard to case (RFC 9110, section 11.1). */
    private static final Pattern BEARER = Pattern.compile("(?i)Bearer +(\\S+)");

    private static final String CHALLENGE = "Bearer realm=\"treaty\"";

    private final AccessTokens tokens;
    private final RateLimiter limiter;
    private final TrustedProxies proxies;
    private final MeterRegistry measurements;

    Gate(AccessTokens tokens, RateLimiter limiter, TrustedProxies proxies, MeterRegistry measurements) {
        this.tokens = tokens;
        this.limiter = limiter;
        this.proxies = proxies;
        this.measurements = measurements;
    }

    /** The id of a request, for the calls that it leads to. */
    static RequestId requestId(Context context) {
        return new RequestId(RequestIds.of(context));
    }

    /** What the limiter calls a user. */
    static String caller(String user) {
        return "user " + user;
    }

    /** For a route that is open to anybody. */
    Handler open(Handler route) {
        return context -> {
            admit(context, address(context));
            route.handle(context);
        };
    }

    /** For a route that is open to who is signed in. */
    Handler signedIn(SignedInRoute route) {
        return context -> {
            SignedIn caller;
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

    private SignedIn identify(Context context) {
        var authorization = EndToEndHeaders.of(context).value("Authorization");
        if (authorization.isEmpty()) {
            throw new Problem(401, "token-missing", "Sign in first").withHeader("WWW-Authenticate", CHALLENGE);
        }
        var bearer = BEARER.matcher(authorization.get());
        if (!bearer.matches()) {
            throw invalid("token-invalid", "The access token is not valid");
        }
        try {
            return tokens.verify(bearer.group(1), requestId(context));
        } catch (BadToken e) {
            throw e.isExpired()
                    ? invalid("token-expired", "The access token has expired")
                    : invalid("token-invalid", "The access token is not valid");
        } catch (KeysUnavailable e) {
            throw Replies.serviceUnavailable(Circuit.REST.toSeconds());
        }
    }

    /** RFC 6750, section 3.1. */
    private static Problem invalid(String slug, String title) {
        return new Problem(401, slug, title).withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"");
    }

    private void admit(Context context, String caller) {
        var allowance = limiter.take(caller);
        context.header("RateLimit-Policy", limiter.quota().policy());
        context.header("RateLimit", allowance.field());
        if (!allowance.admitted()) {
            measurements.counter("gateway.rate.limited").increment();
            throw new Problem(429, "too-many-requests", "Too many requests")
                    .withHeader("Retry-After", String.valueOf(allowance.reset()));
        }
    }

    /** Whom a proxy asks for is not known if it does not say so; then the quota is the proxy's, for nobody is without one. */
    private String address(Context context) {
        return "address " + client(context).orElseGet(context::ip);
    }

    /** Where a request comes from; empty if it comes by a trusted proxy that does not say. */
    Optional<String> client(Context context) {
        return proxies.client(
                context.ip(),
                EndToEndHeaders.of(context).value("X-Forwarded-For").orElse(null));
    }
}
