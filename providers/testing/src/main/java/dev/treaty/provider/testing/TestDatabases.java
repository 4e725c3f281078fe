package dev.treaty.provider.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One PostgreSQL server per test JVM, and in it as many databases as tests ask for. The migrations run once, in a template that every
 * further database is a copy of: a copy takes 50 ms, the migrations 500. The server stops when the JVM does.
 */
public final class TestDatabases {

    private static final String TEMPLATE = "template_for_tests";

    private final EmbeddedPostgres server;
    private final AtomicInteger created = new AtomicInteger();

    /**
     * Starts the server and migrates the template.
     *
     * @param server how to start it
     * @param migration is given the template's JDBC URL; must not leave a connection open
     */
    public TestDatabases(EmbeddedPostgres.Builder server, Consumer<String> migration) {
        this.server = started(server);
        execute("CREATE DATABASE " + TEMPLATE);
        migration.accept(url(TEMPLATE));
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder server) {
        try {
            return server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Creates a database with the service's tables and no rows; returns its JDBC URL. */
    public String create() {
        return create("TEMPLATE " + TEMPLATE);
    }

    /** Creates a database without any table; returns its JDBC URL. */
    public String createEmpty() {
        return create("");
    }

    /**
     * Creates a copy of a database into which nobody is connected; returns its JDBC URL.
     *
     * @param original its name
     */
    public String copy(String original) {
        return create("TEMPLATE " + original);
    }

    private String create(String options) {
        var name = "test_" + created.incrementAndGet();
        execute("CREATE DATABASE %s %s".formatted(name, options));
        return url(name);
    }

    private String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private void execute(String sql) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
