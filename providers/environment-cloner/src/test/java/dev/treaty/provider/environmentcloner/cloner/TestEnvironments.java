package dev.treaty.provider.environmentcloner.cloner;

import dev.treaty.provider.environmentcloner.LoftsDatabases;
import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Environments as an operator sets them up: a role that reads everything and writes nothing, and one that owns the targets, may create databases,
 * and is no superuser either.
 */
public final class TestEnvironments {

    /** Reads everything, also rows that policies hide, and writes nothing. */
    public static final Credentials READER = role("cloner_reader", "BYPASSRLS IN ROLE pg_read_all_data");

    /** Replaces databases; reads what others own in them. */
    public static final Credentials WRITER =
            role("cloner_writer", "CREATEDB BYPASSRLS IN ROLE pg_signal_backend, pg_read_all_data");

    /** May read every table, and policies hide rows from it. */
    public static final Credentials BLIND_READER = role("cloner_blind_reader", "IN ROLE pg_read_all_data");

    /** Replaces databases, and cannot read what others own in them. */
    public static final Credentials BLIND_WRITER = role("cloner_blind_writer", "CREATEDB IN ROLE pg_signal_backend");

    private static final Environment PRODUCTION = shared(LoftsDatabases.withRows(100));

    private static final Environment EMPTY_PRODUCTION = shared(LoftsDatabases.empty());

    private TestEnvironments() {}

    private static Credentials role(String name, String options) {
        try (var connection = LoftsDatabases.maintenance().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN %s".formatted(name, options));
            return new Credentials(name, "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Environment shared(PGSimpleDataSource database) {
        try {
            return production(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A source with some rows, which is no target: one for all tests that do not change it. */
    public static Environment production() {
        return PRODUCTION;
    }

    /** The same without rows. */
    public static Environment emptyProduction() {
        return EMPTY_PRODUCTION;
    }

    /** A source of a test's own, which is no target. */
    public static Environment production(PGSimpleDataSource database) throws SQLException {
        var environment = new Environment(
                "production",
                "Production",
                EnvironmentKind.PRODUCTION,
                database.getUrl(),
                Optional.of(READER),
                Optional.empty());
        mark(database, environment);
        return environment;
    }

    /** A target, which can be a source, too. */
    public static Environment target(String id, EnvironmentKind kind, PGSimpleDataSource database) throws SQLException {
        var environment = unowned(id, kind, database, READER, WRITER);
        try (var connection = LoftsDatabases.maintenance().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE %s OWNER TO %s".formatted(database.getDatabaseName(), WRITER.role()));
        }
        return environment;
    }

    /** A target with other roles, of which none owns it. */
    static Environment unowned(
            String id, EnvironmentKind kind, PGSimpleDataSource database, Credentials reader, Credentials writer)
            throws SQLException {
        var environment = new Environment(id, id, kind, database.getUrl(), Optional.of(reader), Optional.of(writer));
        mark(database, environment);
        return environment;
    }

    /** Has a database say which environment it is. */
    public static void mark(PGSimpleDataSource database, Environment environment) throws SQLException {
        try (var connection = database.getConnection()) {
            EnvironmentMarker.of(environment).write(connection);
        }
    }
}
