package dev.treaty.provider.service.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.treaty.provider.service.CannotStart;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's PostgreSQL, migrated to the schema it needs: a given one, or an embedded one that starts and stops with the service. */
public final class Database implements AutoCloseable {

    /** For a connection, and for each statement. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int CONNECTIONS = 10;

    /** A service that has little to do holds no more; the others are opened when they are needed, which takes a few milliseconds. */
    private static final int IDLE_CONNECTIONS = 2;

    /** How much longer the driver waits for bytes than for a statement, because a database that is there ends that itself. */
    private static final int SILENCE_FACTOR = 2;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool, Duration patience) {
        this.embedded = embedded;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // Failures are logged, and a statement's parameters may be secrets.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        // Otherwise a lock, or a slow statement, keeps a request and its thread for ever.
        jdbi.getConfig(SqlStatements.class).setQueryTimeout((int) patience.toSeconds());
    }

    /**
     * Opens the database and runs the migrations in {@code db/<service>} of the class path.
     *
     * @param service e.g. {@code "auth-service"}
     * @param url {@code jdbc:postgresql://…} or {@code postgres://user:password@host:port/name}; empty for an embedded one
     * @throws CannotStart if it cannot be reached or migrated; then nothing stays open
     */
    public static Database open(String service, Optional<String> url) {
        return open(service, url, PATIENCE);
    }

    /** @param patience for a connection, and for each statement; whole seconds */
    static Database open(String service, Optional<String> url, Duration patience) {
        var settings = settings(service, patience);
        url.map(DatabaseUrl::parse).ifPresent(given -> given.applyTo(settings));
        var embedded = url.isPresent() ? null : startEmbedded();
        if (embedded != null) {
            settings.setJdbcUrl(embedded.getJdbcUrl("postgres", "postgres"));
        }
        HikariDataSource pool = null;
        try {
            pool = connected(settings);
            migrate(service, settings);
            return new Database(embedded, pool, patience);
        } catch (RuntimeException e) {
            close(embedded, pool);
            throw e;
        }
    }

    private static HikariConfig settings(String service, Duration patience) {
        var settings = new HikariConfig();
        settings.setPoolName(service);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setMinimumIdle(IDLE_CONNECTIONS);
        settings.setConnectionTimeout(patience.toMillis());
        // Otherwise the error about a violated constraint contains the whole row.
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        settings.addDataSourceProperty("socketTimeout", String.valueOf(SILENCE_FACTOR * patience.toSeconds()));
        return settings;
    }

    private static HikariDataSource connected(HikariConfig settings) {
        try {
            return new HikariDataSource(settings);
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "The database cannot be used: %s.".formatted(DatabaseFailure.reason(e)),
                    "DATABASE_URL (not shown, because it may contain a password)",
                    "check that the database runs and accepts this user; without DATABASE_URL the service starts an embedded one");
        }
    }

    /** On a connection of its own, because a migration may take longer than a request. */
    private static void migrate(String service, HikariConfig settings) {
        try {
            Flyway.configure()
                    .dataSource(settings.getJdbcUrl(), settings.getUsername(), settings.getPassword())
                    .locations("classpath:db/" + service)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            LOG.error("a migration failed", e);
            throw new CannotStart(
                    "The database could not be migrated to the schema that %s needs: %s."
                            .formatted(service, DatabaseFailure.reason(e)),
                    "the migrations in db/" + service + "; the failed statement is in the log",
                    "give the service a database that nothing else uses, or fix what the migration failed on");
        }
    }

    /** An embedded PostgreSQL, not yet started, that logs neither rows nor statements: its log ends up in the service's. */
    public static EmbeddedPostgres.Builder embedded() {
        return EmbeddedPostgres.builder()
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic");
    }

    private static EmbeddedPostgres startEmbedded() {
        try {
            return embedded().start();
        } catch (IOException | IllegalStateException e) {
            LOG.error("the embedded PostgreSQL did not start", e);
            throw new CannotStart(
                    "The embedded PostgreSQL did not start.",
                    "%s on %s; the reason is in the log"
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "set DATABASE_URL to a PostgreSQL");
        }
    }

    /** For statements and transactions. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether it responds now. */
    public boolean responds() {
        try (var connection = pool.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        close(embedded, pool);
    }

    private static void close(@Nullable EmbeddedPostgres embedded, @Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
