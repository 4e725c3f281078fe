package dev.treaty.provider.environmentcloner.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The databases of one server. The names that it is given are those of an operator's configuration.
 *
 * @param maintenance another database of the server, from which these are created, renamed and dropped
 */
public record DatabaseServer(DataSource maintenance) {

    private static final String NOT_PERMITTED = "42501";

    private static final int MILLISECONDS_TO_END = 5_000;

    private static final String SESSIONS =
            "FROM pg_stat_activity WHERE application_name = ? AND pid <> pg_backend_pid()";

    /**
     * A database, as its server knows it.
     *
     * @param oid its number
     * @param size in bytes
     */
    public record StoredDatabase(long oid, long size) {}

    /** Creates an empty database, of which nobody but the owner knows. */
    public void create(String name) throws SQLException {
        execute("CREATE DATABASE %s TEMPLATE template0".formatted(QuotedName.of(name)));
    }

    /** Drops a database and ends its sessions; does nothing if there is none. */
    public void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(QuotedName.of(name)));
    }

    /** Whether there is a database with this name. */
    public boolean exists(String name) throws SQLException {
        try (var connection = maintenance.getConnection()) {
            return exists(name, connection);
        }
    }

    private static boolean exists(String name, Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    /** Lets sessions in; does nothing if there is no database with this name. */
    public void admit(String name) throws SQLException {
        try (var connection = maintenance.getConnection()) {
            if (exists(name, connection)) {
                admit(name, connection);
            }
        }
    }

    /** Lets no new session in. */
    public void lock(String name) throws SQLException {
        execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(QuotedName.of(name)));
    }

    /** How large it is and what number it has; empty if there is no database with this name. */
    public Optional<StoredDatabase> find(String name) throws SQLException {
        try (var connection = maintenance.getConnection();
                var query = connection.prepareStatement(
                        "SELECT oid, pg_database_size(oid) FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            var row = query.executeQuery();
            return row.next() ? Optional.of(new StoredDatabase(row.getLong(1), row.getLong(2))) : Optional.empty();
        }
    }

    /** The names of the databases that begin with these characters. */
    public List<String> names(String beginning) throws SQLException {
        try (var connection = maintenance.getConnection();
                var query = connection.prepareStatement(
                        "SELECT datname FROM pg_database WHERE starts_with(datname, ?) ORDER BY datname")) {
            query.setString(1, beginning);
            var rows = query.executeQuery();
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }

    /**
     * Ends all sessions of an application: what they had begun is committed then, or it never happens.
     *
     * @return whether none is left
     */
    public boolean endSessions(String application) throws SQLException {
        try (var connection = maintenance.getConnection();
                var end = connection.prepareStatement("SELECT pg_terminate_backend(pid, 10000) " + SESSIONS);
                var left = connection.prepareStatement("SELECT " + SESSIONS)) {
            end.setString(1, application);
            end.execute();
            left.setString(1, application);
            return !left.executeQuery().next();
        }
    }

    /**
     * Puts a database in the place of another one, which keeps all it has under a new name and lets nobody in. Both happen, or nothing does.
     * Sessions of either are ended, because nothing can be renamed beneath them.
     */
    public void swap(String target, String successor, String formerTarget) throws SQLException {
        try (var connection = maintenance.getConnection()) {
            close(target, connection);
            try {
                close(successor, connection);
                rename(target, successor, formerTarget, connection);
            } catch (SQLException e) {
                admit(target, connection);
                throw e;
            }
            admit(target, connection); // the successor has this name now
        }
    }

    private static void rename(String target, String successor, String formerTarget, Connection connection)
            throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "ALTER DATABASE %s RENAME TO %s".formatted(QuotedName.of(target), QuotedName.of(formerTarget)));
            statement.execute(
                    "ALTER DATABASE %s RENAME TO %s".formatted(QuotedName.of(successor), QuotedName.of(target)));
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /**
     * Lets no new session in, and ends those that there are. Those of superusers may only be ended by superusers: PostgreSQL waits for them for five
     * seconds when it renames, as it does for its own workers, which it ends itself. The type of other roles' sessions is hidden from a role that may
     * not read all statistics, so that a hidden one counts as a client's.
     */
    private static void close(String database, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var clients = connection.prepareStatement("SELECT pid FROM pg_stat_activity WHERE datname = ?"
                        + " AND coalesce(backend_type, 'client backend') = 'client backend'")) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(QuotedName.of(database)));
            clients.setString(1, database);
            var rows = clients.executeQuery();
            var pids = new ArrayList<Integer>();
            while (rows.next()) {
                pids.add(rows.getInt(1));
            }
            // Tells all of them before it waits for one: PostgreSQL looks only ten times a second whether a session is
            // gone.
            for (var pid : pids) {
                end(pid, 0, connection);
            }
            for (var pid : pids) {
                end(pid, MILLISECONDS_TO_END, connection);
            }
        }
    }

    private static void end(int pid, int milliseconds, Connection connection) throws SQLException {
        try (var end = connection.prepareStatement("SELECT pg_terminate_backend(?, ?)")) {
            end.setInt(1, pid);
            end.setInt(2, milliseconds);
            end.execute();
        } catch (SQLException e) {
            if (!NOT_PERMITTED.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void admit(String database, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(QuotedName.of(database)));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = maintenance.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
