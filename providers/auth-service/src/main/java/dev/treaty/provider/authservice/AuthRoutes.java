package dev.treaty.provider.authservice;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.treaty.provider.authservice.accounts.Password;
import dev.treaty.provider.authservice.accounts.PasswordHasher;
import dev.treaty.provider.authservice.accounts.RegistrationRequest;
import dev.treaty.provider.authservice.accounts.User;
import dev.treaty.provider.authservice.accounts.Users;
import dev.treaty.provider.authservice.keys.SigningKeys;
import dev.treaty.provider.authservice.sessions.RefreshToken;
import dev.treaty.provider.authservice.sessions.SessionTokens;
import dev.treaty.provider.authservice.sessions.Sessions;
import dev.treaty.provider.authservice.sessions.SignIn;
import dev.treaty.provider.authservice.sessions.SignInAttempts;
import dev.treaty.provider.service.http.HeaderFields;
import dev.treaty.provider.service.http.JsonBodies;
import dev.treaty.provider.service.http.TrustedProxies;
import dev.treaty.provider.service.problems.FieldError;
import dev.treaty.provider.service.problems.PlatformProblems;
import dev.treaty.provider.service.problems.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The HTTP API. Refusals are problem documents (RFC 9457). */
final class AuthRoutes {

    private final Users users;
    private final PasswordHasher passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final SigningKeys keys;
    private final TrustedProxies proxies;

    AuthRoutes(
            Users users,
            PasswordHasher passwords,
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

    /** The body of a request to sign in, as received: anything may be missing. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Credentials(@Nullable String email, @Nullable Password password) {}

    /** The body of a request to refresh or revoke a session. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Continuation(@Nullable RefreshToken refreshToken) {

        RefreshToken required() {
            return AuthRoutes.required("refreshToken", refreshToken);
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
        var registration = body(context, RegistrationRequest.class).checked();
        var user = new User(Users.newId(), registration.email().text(), registration.name());
        if (!users.add(user, registration.email(), passwords.hash(registration.password()))) {
            throw new Problem(409, "e-mail-taken", "The e-mail address is taken");
        }
        context.status(201).header("Location", "/users/" + user.id()).json(user);
    }

    private void signIn(Context context) {
        var credentials = body(context, Credentials.class);
        var outcome = signIn.attempt(
                required("email", credentials.email()),
                required("password", credentials.password()),
                proxies.client(
                        context.ip(),
                        HeaderFields.value(context, "X-Forwarded-For").orElse(null)));
        if (outcome instanceof SignIn.Outcome.SignedIn signedIn) {
            respond(context.status(201), signedIn.tokens());
        } else if (outcome instanceof SignIn.Outcome.TooMany tooMany) {
            throw tooMany(tooMany.exhausted());
        } else {
            throw new Problem(401, "wrong-credentials", "The e-mail address or the password is wrong")
                    .withHeader("WWW-Authenticate", PlatformProblems.CHALLENGE);
        }
    }

    private void refresh(Context context) {
        var token = body(context, Continuation.class).required();
        var tokens = sessions.refresh(token)
                .orElseThrow(() -> PlatformProblems.tokenRefused("refresh-token-revoked", "The session has ended"));
        respond(context.status(200), tokens);
    }

    private void revoke(Context context) {
        sessions.revoke(body(context, Continuation.class).required());
        context.status(204);
    }

    private void publishKeys(Context context) {
        context.header("Cache-Control", "public, max-age=" + SigningKeys.CACHED.toSeconds())
                .json(keys.published().toJSONObject(true))
                .contentType("application/jwk-set+json");
    }

    private static <T> T body(Context context, Class<T> type) {
        JsonBodies.requireMediaType(context, "application/json");
        return JsonBodies.read(context.bodyAsBytes(), type);
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw PlatformProblems.invalidFields(List.of(new FieldError(field, "is missing")));
        }
        return value;
    }

    /** Tokens are for one person and must not be cached (RFC 6749, section 5.1). */
    private static void respond(Context context, SessionTokens tokens) {
        context.header("Cache-Control", "no-store").json(tokens);
    }

    /** With the fields of draft-ietf-httpapi-ratelimit-headers. */
    private static Problem tooMany(SignInAttempts.Exhausted exhausted) {
        var policy = exhausted.limit().policy();
        var seconds = Math.max(1, exhausted.retryAfter().toSeconds());
        return PlatformProblems.tooManyRequests("Too many attempts to sign in", seconds)
                .withHeader(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d"
                                .formatted(policy, exhausted.limit().most(), SignInAttempts.Limit.WINDOW.toSeconds()))
                .withHeader("RateLimit", "\"%s\";r=0;t=%d".formatted(policy, seconds));
    }
}
