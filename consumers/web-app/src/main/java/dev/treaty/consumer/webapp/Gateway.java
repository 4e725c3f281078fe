package dev.treaty.consumer.webapp;

import dev.treaty.consumer.webapp.connection.GatewayConnection;
import dev.treaty.consumer.webapp.connection.Timeouts;
import java.net.URI;

/** The API gateway, the one system that the web application talks to. Safe to share between threads. */
public final class Gateway {

    private final GatewayConnection connection;

    /**
     * Connects on the first call.
     *
     * @param address scheme, host and port, and a path if the gateway has one, e.g. {@code http://localhost:8080}
     * @param timeouts how long each call may take
     */
    public Gateway(URI address, Timeouts timeouts) {
        this.connection = new GatewayConnection(address, timeouts);
    }

    /** Registration and sessions. */
    public Accounts accounts() {
        return new Accounts(connection);
    }

    /** The workspaces that the user of a session may see. */
    public Workspaces workspaces(Session session) {
        return new Workspaces(connection, session);
    }
}
