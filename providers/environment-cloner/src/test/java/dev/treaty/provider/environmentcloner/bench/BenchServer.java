package dev.treaty.provider.environmentcloner.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL to measure on. */
interface BenchServer extends AutoCloseable {

    /** Its administrator, and the name of a database that it has from the start. */
    String USER = "postgres";

    int port();

    /** As the administrator. */
    default PGSimpleDataSource database(String name) {
        var database = new PGSimpleDataSource();
        database.setUrl("jdbc:postgresql://localhost:%d/%s".formatted(port(), name));
        database.setUser(USER);
        return database;
    }

    default void execute(String sql) throws SQLException {
        try (var connection = database(USER).getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    void close() throws IOException;

    /** The one that the tests use. */
    static BenchServer of(EmbeddedPostgres embedded) {
        return new BenchServer() {
            @Override
            public int port() {
                return embedded.getPort();
            }

            @Override
            public void close() throws IOException {
                embedded.close();
            }
        };
    }
}
