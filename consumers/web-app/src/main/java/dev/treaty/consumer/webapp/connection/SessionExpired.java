package dev.treaty.consumer.webapp.connection;

/** The gateway does not accept the access token of a session, which has run out most likely. */
public final class SessionExpired extends GatewayFailure {

    public SessionExpired(GatewayRequest call) {
        super("The session's access token is not accepted any more.", call, "refresh the session and call again");
    }
}
