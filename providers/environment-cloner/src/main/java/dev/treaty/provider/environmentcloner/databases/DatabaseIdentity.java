package dev.treaty.provider.environmentcloner.databases;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Which database it is, under whatever name it is reached: the server's own number, which initdb gave it and every replica has too, and that of
 * the database in it. Any role may read both.
 */
public record DatabaseIdentity(long systemIdentifier, long oid) {

    private static final String QUERY = """
            SELECT system_identifier, (SELECT oid FROM pg_database WHERE datname = current_database()) FROM pg_control_system()
            """;

    /** Of the database that is connected to. */
    public static DatabaseIdentity of(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(QUERY)) {
            row.next();
            return new DatabaseIdentity(row.getLong(1), row.getLong(2));
        }
    }
}
