package dev.treaty.provider.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jspecify.annotations.Nullable;

/**
 * A service's PostgreSQL, migrated to what the service needs: one that is given, or one of its own that begins and ends with
 * it.
 */
public final class Database implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 10;

    private final @Nullable EmbeddedPostgres embedded;
    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(@Nullable EmbeddedPostgres embedded, HikariDataSource pool) {
        this.embedded = embedded;
        this.pool = pool;
        this.jdbi = Jdbi.create(pool);
        // A failure is logged, and what a statement was given may be a secret.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
    }

    /**
     * Opens the database and runs the migrations in {@code db/<service>} of the class path.
     *
     * @param service e.g. {@code "auth-service"}
     * @param url {@code jdbc:postgresql://…} or {@code postgres://user:password@host:port/name}; empty for an embedded one
     */
    public static Database open(String service, Optional<String> url) {
        var embedded = url.isPresent() ? null : startEmbedded();
        var settings = new HikariConfig();
        settings.setPoolName(service);
        settings.setMaximumPoolSize(CONNECTIONS);
        settings.setConnectionTimeout(PATIENCE.toMillis());
        if (embedded != null) {
            settings.setJdbcUrl(embedded.getJdbcUrl("postgres", "postgres"));
        } else {
            DatabaseUrl.parse(url.orElseThrow()).applyTo(settings);
        }
        // Otherwise a violated constraint is told with the whole row.
        settings.addDataSourceProperty("logServerErrorDetail", "false");
        var pool = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/" + service)
                .load()
                .migrate();
        return new Database(embedded, pool);
    }

    private static EmbeddedPostgres startEmbedded() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the embedded PostgreSQL did not start", e);
        }
    }

    /** For statements and transactions. */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Whether it answers now. */
    public boolean answers() {
        try (var connection = pool.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds());
        } catch (java.sql.SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
