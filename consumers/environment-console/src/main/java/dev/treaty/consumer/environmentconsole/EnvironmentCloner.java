package dev.treaty.consumer.environmentconsole;

import dev.treaty.consumer.environmentconsole.backups.Backups;
import dev.treaty.consumer.environmentconsole.clones.Clones;
import dev.treaty.consumer.environmentconsole.connection.AccessToken;
import dev.treaty.consumer.environmentconsole.connection.ClonerConnection;
import dev.treaty.consumer.environmentconsole.connection.Timeouts;
import dev.treaty.consumer.environmentconsole.environments.Environments;
import java.net.URI;
import java.util.Optional;

/**
 * The environment cloner, seen from the console. Every call may throw a
 * {@link dev.treaty.consumer.environmentconsole.connection.ClonerFailure}.
 */
public final class EnvironmentCloner {

    private final ClonerConnection connection;

    /**
     * The service at an address; nothing is sent yet.
     *
     * @param address e.g. {@code http://127.0.0.1:8090}
     * @param token empty for a caller who has none, whom the service refuses
     */
    public EnvironmentCloner(URI address, Optional<AccessToken> token, Timeouts timeouts) {
        this.connection = new ClonerConnection(address, token, timeouts);
    }

    /** What can be cloned, and into what. */
    public Environments environments() {
        return new Environments(connection);
    }

    /** Clones that wait, run, or are over. */
    public Clones clones() {
        return new Clones(connection);
    }

    /** What environments were before they were cloned into. */
    public Backups backups() {
        return new Backups(connection);
    }
}
