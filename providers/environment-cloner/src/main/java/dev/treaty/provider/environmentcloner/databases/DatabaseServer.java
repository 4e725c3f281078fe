package dev.treaty.provider.environmentcloner.databases;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The databases of one server. The names that it is given are those of an operator's configuration.
 *
 * @param maintenance another database of the server, from which these are created, renamed and dropped
 */
public record DatabaseServer(DataSource maintenance) {

    /** Creates an empty database, of which nobody but the owner knows. */
    public void create(String name) throws SQLException {
        execute("CREATE DATABASE %s TEMPLATE template0".formatted(quoted(name)));
    }

    /** Drops a database and ends its sessions; does nothing if there is none. */
    public void drop(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(quoted(name)));
    }

    /** Whether there is a database with this name. */
    public boolean exists(String name) throws SQLException {
        try (var connection = maintenance.getConnection();
                var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
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
            statement.execute("ALTER DATABASE %s RENAME TO %s".formatted(quoted(target), quoted(formerTarget)));
            statement.execute("ALTER DATABASE %s RENAME TO %s".formatted(quoted(successor), quoted(target)));
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    /** Lets no new session in, and ends those that there are. */
    private static void close(String database, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var end = connection.prepareStatement(
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = ?")) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(quoted(database)));
            end.setString(1, database);
            end.execute();
        }
    }

    private static void admit(String database, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(quoted(database)));
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = maintenance.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
