package dev.treaty.provider.environmentcloner;

import dev.treaty.provider.environmentcloner.sample.SampleRows;
import dev.treaty.provider.service.database.Database;
import dev.treaty.provider.testing.TestDatabases;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases of the application that is cloned, all in one PostgreSQL: with its tables, and with rows if a test asks for them. */
public final class LoftsDatabases {

    /** Databases are created and dropped all the time, and PostgreSQL writes all it has to the disk each time, which nobody needs here. */
    private static final TestDatabases DATABASES = new TestDatabases(
            Database.embedded()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off"),
            url -> Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("classpath:db/lofts")
                    .load()
                    .migrate());

    /** Of some database on the server. */
    private static final String URL = DATABASES.createEmpty();

    /** The names of databases that others are copies of, by their rows. */
    private static final Map<Integer, String> FILLED = new ConcurrentHashMap<>();

    private static final String OF_SERVICE = migrated("environment-cloner", DATABASES.createEmpty());

    private LoftsDatabases() {}

    /** Returns the name of a database that it has migrated. */
    private static String migrated(String service, String url) {
        Database.open(service, Optional.of(url)).close();
        return String.valueOf(database(url).getDatabaseName());
    }

    /** One without rows. */
    public static PGSimpleDataSource empty() {
        return database(DATABASES.create());
    }

    private static PGSimpleDataSource database(String url) {
        var database = new PGSimpleDataSource();
        database.setUrl(url);
        return database;
    }

    /** One with about so many rows, a copy of the first one with so many. */
    public static PGSimpleDataSource withRows(int rows) {
        return database(DATABASES.copy(FILLED.computeIfAbsent(rows, LoftsDatabases::filled)));
    }

    private static String filled(int rows) {
        var database = empty();
        try (var connection = database.getConnection()) {
            SampleRows.insert(connection, rows);
            return database.getDatabaseName();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One with the tables of the service itself; its JDBC URL. */
    public static String ofService() {
        return DATABASES.copy(OF_SERVICE);
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
}
