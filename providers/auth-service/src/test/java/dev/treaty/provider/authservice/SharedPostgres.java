package dev.treaty.provider.authservice;

import dev.treaty.provider.service.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.UUID;

/** One PostgreSQL for all tests of a JVM, because a start takes seconds, and in it a database for each that asks. */
final class SharedPostgres {

    private SharedPostgres() {}

    /** Started by the first test that needs it; ends with the JVM. */
    private static final class Server {
        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return Database.embedded().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A new, empty database; gives its JDBC URL. */
    static String database() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }
}
