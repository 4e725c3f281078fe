package dev.treaty.provider.environmentcloner.environments;

import dev.treaty.provider.environmentcloner.databases.DatabaseServer;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Connects to the databases of environments.
 *
 * @param application what PostgreSQL shows as the sessions' application, by which all sessions of an operation are found
 */
public record EnvironmentDatabases(String application) {

    private static final int PATIENCE_SECONDS = 5;
    private static final String MAINTENANCE = "postgres";

    /** For requests, and for whatever does not belong to an operation. */
    public static final EnvironmentDatabases OF_SERVICE = new EnvironmentDatabases("environment-cloner");

    /** For one operation. */
    public static EnvironmentDatabases ofOperation(String id) {
        return new EnvironmentDatabases("environment-cloner " + id);
    }

    /** As the role that can only read, and in sessions that only read from their beginning, whatever the role could do. */
    public PGSimpleDataSource forReading(Environment source) {
        return readOnly(database(source, source.reader().orElseThrow()));
    }

    /** As the role that can write. */
    public PGSimpleDataSource forWriting(Environment target) {
        return database(target, target.writer().orElseThrow());
    }

    /** Another database of a target's server. */
    public PGSimpleDataSource forWriting(Environment target, String name) {
        var database = forWriting(target);
        database.setDatabaseName(name);
        return database;
    }

    /** As whatever role there is: the one that can only read, if possible. */
    public PGSimpleDataSource forLooking(Environment environment) {
        return readOnly(database(
                environment, environment.reader().or(environment::writer).orElseThrow()));
    }

    private static PGSimpleDataSource readOnly(PGSimpleDataSource database) {
        database.setReadOnly(true);
        database.setReadOnlyMode("always"); // otherwise the driver only says so in a transaction
        return database;
    }

    /** The server of a target. */
    public DatabaseServer server(Environment target) {
        return new DatabaseServer(forWriting(target, MAINTENANCE));
    }

    /** The name of an environment's database. */
    public String name(Environment environment) {
        return String.valueOf(database(environment, new Credentials("", "")).getDatabaseName());
    }

    private PGSimpleDataSource database(Environment environment, Credentials credentials) {
        var database = new PGSimpleDataSource();
        database.setUrl(environment.url());
        database.setUser(credentials.role());
        database.setPassword(credentials.password());
        database.setApplicationName(application);
        database.setConnectTimeout(PATIENCE_SECONDS);
        database.setLoginTimeout(PATIENCE_SECONDS);
        database.setTcpKeepAlive(true);
        // Otherwise an error about a violated constraint contains the whole row.
        database.setLogServerErrorDetail(false);
        return database;
    }
}
