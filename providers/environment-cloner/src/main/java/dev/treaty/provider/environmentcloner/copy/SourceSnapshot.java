package dev.treaty.provider.environmentcloner.copy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One moment of a source, which is only read: whatever is committed later is not seen, by none of the connections that look at it together
 * (PostgreSQL's documentation, "Snapshot Synchronization Functions").
 */
public final class SourceSnapshot implements AutoCloseable {

    private final DataSource source;
    private final Admission admission;
    private final StopSignal.Watched first;
    private final String id;

    private SourceSnapshot(DataSource source, Admission admission, StopSignal.Watched first, String id) {
        this.source = source;
        this.admission = admission;
        this.first = first;
        this.id = id;
    }

    /** Decides whether rows are read in a transaction, by an exception if not. */
    @FunctionalInterface
    public interface Admission {

        /** Lets all of them. */
        Admission NONE = transaction -> {};

        /**
         * Returns if rows are read in it.
         *
         * @param transaction the connection, in the transaction that has begun
         */
        void admit(Connection transaction) throws SQLException;
    }

    /** Takes the snapshot. */
    public static SourceSnapshot take(DataSource source) throws SQLException {
        return take(source, new StopSignal(), Admission.NONE);
    }

    /**
     * Takes the snapshot.
     *
     * @param stop cancels the statements of the connection that takes it
     * @param admission is asked about the transaction of each connection, before any row is read in it
     */
    public static SourceSnapshot take(DataSource source, StopSignal stop, Admission admission) throws SQLException {
        var watched = stop.watch(source.getConnection());
        var first = watched.connection();
        try {
            begin(first, null);
            admission.admit(first);
            try (var statement = first.createStatement();
                    var rows = statement.executeQuery("SELECT pg_export_snapshot()")) {
                rows.next();
                return new SourceSnapshot(source, admission, watched, rows.getString(1));
            }
        } catch (SQLException | RuntimeException e) {
            watched.close();
            throw e;
        }
    }

    /** The connection that took it. */
    public Connection connection() {
        return first.connection();
    }

    /** One more connection that sees the same; to be closed by the caller. */
    public Connection join() throws SQLException {
        var connection = source.getConnection();
        try {
            begin(connection, id);
            admission.admit(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static void begin(Connection connection, @Nullable String snapshot) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            if (snapshot != null) {
                statement.execute("SET TRANSACTION SNAPSHOT '" + snapshot + "'");
            }
            // Otherwise rows that a policy hides are left out without a word; so it is an error.
            statement.execute("SET LOCAL row_security = off");
        }
    }

    @Override
    public void close() throws SQLException {
        try (first) {
            first.connection().rollback();
        }
    }
}
