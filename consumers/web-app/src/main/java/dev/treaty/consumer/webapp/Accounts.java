package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayConnection;
import dev.treaty.consumer.webapp.connection.GatewayFailure;
import dev.treaty.consumer.webapp.connection.GatewayRequest;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import dev.treaty.consumer.webapp.connection.TooManyRequests;
import java.util.Map;

/** Registration and sessions. Every method may throw a {@link GatewayFailure}. */
public final class Accounts {

    private final GatewayConnection gateway;

    Accounts(GatewayConnection gateway) {
        this.gateway = gateway;
    }

    /**
     * Creates a new user, who is not signed in yet.
     *
     * @param name what other people see, e.g. {@code "Ada Lovelace"}
     */
    public RegistrationResult register(Credentials credentials, String name) {
        var response = gateway.send(GatewayRequest.post(
                "/v1/users", Map.of("email", credentials.email(), "password", credentials.password(), "name", name)));
        if (response.status() == 201) {
            return new RegistrationResult.Registered(User.of(response.document()));
        }
        return switch (response.problem()) {
            case E_MAIL_TAKEN -> new RegistrationResult.EmailTaken();
            case INVALID_FIELDS -> Refusal.InvalidFields.of(response.document());
            default -> throw response.unexpected();
        };
    }

    /**
     * Starts a session.
     *
     * @throws TooManyRequests after too many attempts with this e-mail address, whatever the password
     */
    public SignInResult signIn(Credentials credentials) {
        var response = gateway.send(GatewayRequest.post(
                "/v1/sessions", Map.of("email", credentials.email(), "password", credentials.password())));
        if (response.status() == 201) {
            return new SignInResult.SignedIn(Session.of(response.document()));
        }
        return switch (response.problem()) {
            case WRONG_CREDENTIALS -> new SignInResult.WrongCredentials();
            default -> throw response.unexpected();
        };
    }

    /** Exchanges the refresh token of a session for a new session; after that, the old session is unusable. */
    public RefreshResult refresh(Session session) {
        var response = gateway.send(
                GatewayRequest.post("/v1/sessions/refresh", Map.of("refreshToken", session.refreshToken())));
        if (response.status() == 200) {
            return new RefreshResult.Renewed(Session.of(response.document()));
        }
        return switch (response.problem()) {
            case REFRESH_TOKEN_REVOKED -> new RefreshResult.Revoked();
            default -> throw response.unexpected();
        };
    }

    /** Ends a session: its refresh token is revoked, its access token expires. Ending it twice is harmless. */
    public void signOut(Session session) {
        var response = gateway.send(
                GatewayRequest.post("/v1/sessions/revoke", Map.of("refreshToken", session.refreshToken())));
        if (response.status() != 204) {
            throw response.unexpected();
        }
    }

    /**
     * Reads the user of a session.
     *
     * @throws SessionExpired if the access token is no longer valid
     */
    public User whoAmI(Session session) {
        var response = gateway.send(GatewayRequest.get("/v1/me").withToken(session.accessToken()));
        if (response.status() != 200) {
            throw response.unexpected();
        }
        return User.of(response.document());
    }
}
