package dev.treaty.provider.environmentcloner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.TestDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases of the application that is cloned, all in one PostgreSQL: with its tables, and with rows if a test asks for them. */
public final class LoftsDatabases {

    /** Databases are created and dropped all the time, and PostgreSQL writes all it has to the disk each time, which nobody needs here. */
    private static final TestDatabases DATABASES = new TestDatabases(
            Database.embedded().setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off"),
            url -> Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("classpath:db/lofts")
                    .load()
                    .migrate());

    /** Of some database on the server. */
    private static final String URL = DATABASES.createEmpty();

    private LoftsDatabases() {}

    /** One without rows. */
    public static PGSimpleDataSource empty() {
        var database = new PGSimpleDataSource();
        database.setUrl(DATABASES.create());
        return database;
    }

    /** One with about so many rows. */
    public static PGSimpleDataSource withRows(int rows) throws SQLException {
        var database = empty();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET sample.rows = " + rows);
            statement.execute(sample());
            statement.execute("ANALYZE");
        }
        return database;
    }

    /** One without any table; its JDBC URL. */
    public static String withoutTables() {
        return DATABASES.createEmpty();
    }

    /** The server's own database. */
    public static PGSimpleDataSource maintenance() {
        return named("postgres");
    }

    /** Any database of the server. */
    public static PGSimpleDataSource named(String name) {
        var database = new PGSimpleDataSource();
        database.setUrl(URL);
        database.setDatabaseName(name);
        return database;
    }

    private static String sample() {
        try (var sql = LoftsDatabases.class.getResourceAsStream("/sample/lofts.sql")) {
            return new String(sql.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
