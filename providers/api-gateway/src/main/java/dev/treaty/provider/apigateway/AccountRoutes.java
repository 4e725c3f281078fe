package dev.treaty.provider.apigateway;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.ClientAddress;
import dev.treaty.consumer.apigateway.auth.Credentials;
import dev.treaty.consumer.apigateway.auth.NewUser;
import dev.treaty.consumer.apigateway.auth.Password;
import dev.treaty.consumer.apigateway.auth.RefreshToken;
import dev.treaty.consumer.apigateway.auth.Session;
import dev.treaty.consumer.apigateway.auth.User;
import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.provider.apigateway.downstream.ServiceCalls;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Registration, signing in and out, and the signed-in user. */
final class AccountRoutes {

    private final AuthService auth;
    private final ServiceCalls downstream;
    private final int largestBody;

    AccountRoutes(AuthService auth, ServiceCalls downstream, int largestBody) {
        this.auth = auth;
        this.downstream = downstream;
        this.largestBody = largestBody;
    }

    void configure(RoutesConfig routes, Gate gate) {
        routes.post("/v1/users", gate.open(this::register));
        routes.post("/v1/sessions", gate.open(context -> signIn(context, gate)));
        routes.post("/v1/sessions/refresh", gate.open(this::refresh));
        routes.post("/v1/sessions/revoke", gate.open(this::signOut));
        routes.get("/v1/me", gate.signedIn(AccountRoutes::me));
    }

    private void register(Context context) {
        var body = body(context, "email", "password", "name");
        var user = new NewUser(body.text("email"), new Password(body.text("password")), body.text("name"));

        Responses.write(context, downstream.call(() -> auth.register(user, Gate.requestId(context))), registered -> {
            context.header("Location", "/v1/users/" + registered.id());
            Responses.json(context, 201, registered);
        });
    }

    private void signIn(Context context, Gate gate) {
        var body = body(context, "email", "password");
        var credentials = new Credentials(body.text("email"), new Password(body.text("password")));
        var from = gate.client(context).flatMap(AccountRoutes::address);

        Responses.write(
                context,
                downstream.call(() -> auth.signIn(credentials, from, Gate.requestId(context))),
                session -> session(context, 201, session));
    }

    private void refresh(Context context) {
        var token = new RefreshToken(body(context, "refreshToken").text("refreshToken"));

        Responses.write(
                context,
                downstream.call(() -> auth.refresh(token, Gate.requestId(context))),
                session -> session(context, 200, session));
    }

    private void signOut(Context context) {
        var token = new RefreshToken(body(context, "refreshToken").text("refreshToken"));

        Responses.write(
                context,
                downstream.call(() -> auth.revoke(token, Gate.requestId(context))),
                ended -> context.status(204));
    }

    private static void me(Context context, SignedInUser caller) {
        Responses.json(context, 200, new User(caller.id(), caller.email(), caller.name()));
    }

    /** A trusted proxy may name its client by something other than an address, e.g. "unknown". */
    private static Optional<ClientAddress> address(String client) {
        try {
            return Optional.of(new ClientAddress(client));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tokens must not be cached (RFC 6749, section 5.1). */
    private static void session(Context context, int status, Session session) {
        context.header("Cache-Control", "no-store");
        Responses.json(context, status, OpenSession.of(session));
    }

    /**
     * A session as callers see it.
     *
     * @param expiresIn seconds
     */
    private record OpenSession(AccessToken accessToken, RefreshToken refreshToken, String tokenType, long expiresIn) {

        static OpenSession of(Session session) {
            return new OpenSession(
                    session.accessToken(),
                    session.refreshToken(),
                    session.tokenType(),
                    session.expiresIn().toSeconds());
        }
    }

    private RequestBody body(Context context, String... members) {
        return RequestBody.read(context, largestBody, RequestBody.JSON, members);
    }
}
