package dev.treaty.provider.environmentcloner.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.postgresql.PGConnection;

/**
 * Stops what works on a copy: because somebody cancelled it, or because one of its threads failed. Threads ask it between two rows, and statements
 * that are running on a watched connection are cancelled.
 */
public final class StopSignal {

    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean isCancelled;

    /** A connection whose statements are cancelled, until it is closed. */
    public final class Watched implements AutoCloseable {

        private final Connection connection;

        private Watched(Connection connection) {
            this.connection = connection;
        }

        /** The connection. */
        public Connection connection() {
            return connection;
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                watched.remove(connection);
            }
        }
    }

    /** Has the statements of a connection cancelled as well, and closes it when it is no longer needed. */
    public Watched watch(Connection connection) {
        watched.add(connection);
        return new Watched(connection);
    }

    /**
     * Cancels for somebody who wants it. A statement that begins at this very moment is missed, so it is called again until nothing is left to be
     * cancelled.
     */
    public void cancel() {
        isCancelled = true;
        cancelStatements();
    }

    /** Whether somebody wanted it. */
    public boolean isCancelled() {
        return isCancelled;
    }

    /** Stops the other threads, because this one failed. */
    void abandon(Throwable cause) {
        if (failure.compareAndSet(null, cause)) {
            cancelStatements();
        }
    }

    /** Why the first thread that failed did. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /**
     * Returns if nobody wants it to stop.
     *
     * @throws CopyCancelled if somebody does
     */
    public void requireGoingOn() {
        if (isCancelled || failure.get() != null) {
            throw new CopyCancelled();
        }
    }

    private void cancelStatements() {
        for (var connection : watched) {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                // Its server is gone, and so is the statement.
            }
        }
    }
}
