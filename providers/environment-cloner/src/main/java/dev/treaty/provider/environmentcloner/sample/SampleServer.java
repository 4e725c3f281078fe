package dev.treaty.provider.environmentcloner.sample;

import dev.treaty.provider.environmentcloner.environments.Credentials;
import dev.treaty.provider.environmentcloner.environments.Environment;
import dev.treaty.provider.environmentcloner.environments.EnvironmentKind;
import dev.treaty.provider.environmentcloner.environments.EnvironmentMarker;
import dev.treaty.provider.service.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL with a production of the sample application, full of rows, and environments for training, tests and rehearsals without any. The roles have what
 * an operator would give them: that of the source reads, that of the targets owns them and may create databases.
 */
public final class SampleServer implements AutoCloseable {

    private static final String ADMINISTRATOR = "postgres";
    /** The role that reads the sources. */
    public static final String READER = "cloner_reader";

    private static final String OWN = "environment_cloner";
    private static final Credentials WRITER = new Credentials("cloner_writer", "");

    private final EmbeddedPostgres server;
    private final int rows;
    private final List<Environment> environments;

    private SampleServer(EmbeddedPostgres server, int rows) {
        this.server = server;
        this.rows = rows;
        this.environments = List.of(
                environment("production", "Production", EnvironmentKind.PRODUCTION, Optional.empty()),
                environment("training", "Training", EnvironmentKind.TRAINING, Optional.of(WRITER)),
                environment("test", "Test", EnvironmentKind.TEST, Optional.of(WRITER)),
                environment("rehearsal", "Rehearsal", EnvironmentKind.TEST, Optional.of(WRITER)));
    }

    /**
     * Starts it; this takes seconds, and about a minute for a million rows.
     *
     * @param rows how many there are in production in all, about; at least 50
     */
    public static SampleServer start(int rows) throws SQLException {
        SampleServer sample;
        try {
            // What is gone with the process need not survive a power failure, nor be vacuumed.
            var server = Database.embedded()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
                    .start();
            sample = new SampleServer(server, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            sample.fill();
            return sample;
        } catch (SQLException | RuntimeException e) {
            sample.close();
            throw e;
        }
    }

    private Environment environment(String id, String name, EnvironmentKind kind, Optional<Credentials> writer) {
        return new Environment(
                id,
                name,
                kind,
                "jdbc:postgresql://localhost:%d/%s".formatted(server.getPort(), id),
                Optional.of(new Credentials(READER, "")),
                writer);
    }

    private void fill() throws SQLException {
        try (var connection = administrator(ADMINISTRATOR);
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE %s LOGIN BYPASSRLS IN ROLE pg_read_all_data".formatted(READER));
            statement.execute(
                    "CREATE ROLE %s LOGIN CREATEDB BYPASSRLS IN ROLE pg_signal_backend".formatted(WRITER.role()));
            statement.execute("CREATE DATABASE " + OWN);
            for (var owner : List.of(ADMINISTRATOR, WRITER.role())) {
                createAll(owner, statement);
            }
        }
        try (var production = administrator("production")) {
            SampleRows.insert(production, rows);
        }
        for (var environment : environments) {
            try (var connection = administrator(environment.id())) {
                EnvironmentMarker.of(environment).write(connection);
            }
        }
    }

    /** Migrates the first database of an owner; the others are copies of it, which takes a tenth of the time. */
    private void createAll(String owner, Statement administrator) throws SQLException {
        var names = environments.stream()
                .filter(environment -> environment
                        .writer()
                        .map(Credentials::role)
                        .orElse(ADMINISTRATOR)
                        .equals(owner))
                .map(Environment::id)
                .toList();
        administrator.execute("CREATE DATABASE %s OWNER %s".formatted(names.get(0), owner));
        Flyway.configure()
                .dataSource(database(names.get(0), owner))
                .locations("classpath:db/lofts")
                .load()
                .migrate();
        for (var name : names.subList(1, names.size())) {
            administrator.execute("CREATE DATABASE %s OWNER %s TEMPLATE %s".formatted(name, owner, names.get(0)));
        }
    }

    /** How many rows there are in production, about. */
    public int rows() {
        return rows;
    }

    /** All environments. */
    public List<Environment> environments() {
        return environments;
    }

    /** A database beside those of the environments, for the service's own data; as JDBC URL. */
    public String ownDatabase() {
        return server.getJdbcUrl(ADMINISTRATOR, OWN);
    }

    /** A session that may do everything, in the database with this name. */
    public Connection administrator(String database) throws SQLException {
        return database(database, ADMINISTRATOR).getConnection();
    }

    private PGSimpleDataSource database(String name, String role) {
        var database = new PGSimpleDataSource();
        database.setUrl(server.getJdbcUrl(role, name));
        return database;
    }

    /** Stops it and deletes its data. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
