package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.treaty.provider.service.Problem;
import dev.treaty.provider.service.TrustedProxies;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** What auth-service answers over HTTP. Refusals are problem documents (RFC 9457). */
final class AuthApi {

    private static final String CHALLENGE = "Bearer realm=\"treaty\"";

    private final Users users;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SigningKeys keys;
    private final TrustedProxies proxies;

    AuthApi(
            Users users,
            Passwords passwords,
            SignIn signIn,
            Sessions sessions,
            SigningKeys keys,
            TrustedProxies proxies) {
        this.users = users;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.keys = keys;
        this.proxies = proxies;
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credentials(@Nullable String email, @Nullable Password password) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Continuation(@Nullable RefreshToken refreshToken) {

        RefreshToken required() {
            return InvalidFields.required("refreshToken", refreshToken);
        }
    }

    void configure(RoutesConfig routes) {
        routes.post("/users", this::register);
        routes.post("/sessions", this::signIn);
        routes.post("/sessions/refresh", this::refresh);
        routes.post("/sessions/revoke", this::revoke);
        routes.get("/.well-known/jwks.json", this::publishKeys);
    }

    private void register(Context context) {
        var registration = context.bodyAsClass(Registration.class).checked();
        var user = new User(Users.newId(), registration.email().text(), registration.name());
        if (!users.add(user, registration.email(), passwords.hash(registration.password()))) {
            throw new Problem(409, "e-mail-taken", "The e-mail address is taken");
        }
        context.status(201).header("Location", "/users/" + user.id()).json(user);
    }

    private void signIn(Context context) {
        var credentials = context.bodyAsClass(Credentials.class);
        var outcome = signIn.with(
                InvalidFields.required("email", credentials.email()),
                InvalidFields.required("password", credentials.password()),
                proxies.client(context.ip(), context.header("X-Forwarded-For")));
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            answer(context.status(201), signedIn.tokens());
        } else if (outcome instanceof SignIn.Outcome.TooMany tooMany) {
            throw tooMany(tooMany.exhausted());
        } else {
            throw new Problem(401, "wrong-credentials", "The e-mail address or the password is wrong")
                    .withHeader("WWW-Authenticate", CHALLENGE);
        }
    }

    private void refresh(Context context) {
        var token = context.bodyAsClass(Continuation.class).required();
        var tokens = sessions.refresh(token)
                .orElseThrow(() -> new Problem(401, "refresh-token-revoked", "The session has ended")
                        .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\""));
        answer(context.status(200), tokens);
    }

    private void revoke(Context context) {
        sessions.revoke(context.bodyAsClass(Continuation.class).required());
        context.status(204);
    }

    private void publishKeys(Context context) {
        context.header("Cache-Control", "public, max-age=" + SigningKeys.KEPT.toSeconds())
                .json(keys.published().toJSONObject(true))
                .contentType("application/jwk-set+json");
    }

    /** Tokens are for one person, so no cache keeps them (RFC 6749, section 5.1). */
    private static void answer(Context context, Tokens tokens) {
        context.header("Cache-Control", "no-store").json(tokens);
    }

    /** Fields as in draft-ietf-httpapi-ratelimit-headers. */
    private static Problem tooMany(Attempts.Exhausted exhausted) {
        var policy = exhausted.limit().policy();
        var seconds = Math.max(1, exhausted.retryAfter().toSeconds());
        return new Problem(429, "too-many-requests", "Too many attempts to sign in")
                .withHeader("Retry-After", String.valueOf(seconds))
                .withHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(policy, exhausted.limit().most(), Attempts.Limit.WINDOW.toSeconds()))
                .withHeader("RateLimit", "\"%s\";r=0;t=%d".formatted(policy, seconds));
    }
}
