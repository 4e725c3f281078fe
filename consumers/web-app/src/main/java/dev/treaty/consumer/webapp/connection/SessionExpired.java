package dev.treaty.consumer.webapp.connection;

/** The gateway does not accept the access token of a session, most likely because it has expired. */
public final class SessionExpired extends GatewayFailure {

    public SessionExpired(GatewayRequest call) {
        super("The session's access token is no longer accepted.", call, "refresh the session and call again");
    }
}
