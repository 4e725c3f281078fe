package dev.treaty.consumer.apigateway.auth;

import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceConnection;
import dev.treaty.consumer.apigateway.http.ServiceRequest;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.SuccessReader;
import dev.treaty.consumer.apigateway.http.Timeouts;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Registers people, and issues and revokes their tokens. No call is made on behalf of a person, so none has an access token.
 *
 * <p>Every method waits at most {@link Timeouts#call()}, sends its call once, and returns failures instead of throwing them.
 */
public final class AuthService {

    private final ServiceConnection service;

    /**
     * Connects to the auth-service at an address.
     *
     * @param address e.g. {@code http://auth.internal:8081}; a path is kept
     */
    public AuthService(URI address, Timeouts timeouts) {
        this.service = new ServiceConnection("auth-service", address, timeouts);
    }

    /** Registers a person; refused with {@code e-mail-taken} (409) or {@code invalid-fields} (422, {@code errors} says which). */
    public ServiceResponse<User> register(NewUser user, RequestId requestId) {
        return service.send(ServiceRequest.post("/users", requestId).json(user), SuccessReader.of(User.class));
    }

    /**
     * Opens a session; refused with {@code wrong-credentials} (401) or {@code too-many-requests} (429).
     *
     * @param from where the person calls from; auth-service counts attempts by address as well as by account. Empty if unknown,
     *     in which case it counts by account only
     */
    public ServiceResponse<Session> signIn(Credentials credentials, Optional<ClientAddress> from, RequestId requestId) {
        var call = ServiceRequest.post("/sessions", requestId).json(credentials);
        return service.send(
                from.map(client -> call.with("X-Forwarded-For", client.value())).orElse(call),
                SuccessReader.of(Session.class));
    }

    /**
     * Extends a session; refused with {@code refresh-token-revoked} (401).
     *
     * <p>Never repeatable: auth-service treats a token that is used twice as stolen, and ends the session.
     */
    public ServiceResponse<Session> refresh(RefreshToken token, RequestId requestId) {
        return service.send(
                ServiceRequest.post("/sessions/refresh", requestId).json(body(token)), SuccessReader.of(Session.class));
    }

    /** Ends a session; repeatable, because ending a session that has already ended succeeds as well. */
    public ServiceResponse<NoContent> revoke(RefreshToken token, RequestId requestId) {
        return service.send(
                ServiceRequest.post("/sessions/revoke", requestId)
                        .json(body(token))
                        .repeatedSafely(),
                SuccessReader.nothing());
    }

    /** The keys that verify the signatures of access tokens. */
    public ServiceResponse<KeySet> keySet(RequestId requestId) {
        return service.send(
                ServiceRequest.get("/.well-known/jwks.json", requestId)
                        .with("Accept", "application/jwk-set+json, application/json, application/problem+json"),
                response -> KeySet.of(response.body()));
    }

    private static Map<String, RefreshToken> body(RefreshToken token) {
        return Map.of("refreshToken", token);
    }
}
