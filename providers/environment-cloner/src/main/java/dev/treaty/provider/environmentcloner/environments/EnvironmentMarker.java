package dev.treaty.provider.environmentcloner.environments;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database says of itself: one row in a schema of the cloner's own, which no clone copies. It belongs to the database and not to its name,
 * so it goes with it when databases are swapped.
 *
 * @param environment the id of the environment whose database it is
 * @param kind of that environment
 * @param operation the id of the operation that built the database; empty if an operator marked it
 */
public record EnvironmentMarker(
        String environment,
        String kind,
        Optional<String> operation,
        Optional<String> clonedFrom,
        Optional<Instant> clonedAt) {

    private static final String TABLE = "environment_cloner.marker";

    private static final String CREATE = """
            CREATE SCHEMA IF NOT EXISTS environment_cloner;
            CREATE TABLE IF NOT EXISTS environment_cloner.marker (
                environment text NOT NULL, kind text NOT NULL, operation text, cloned_from text, cloned_at timestamptz,
                one boolean PRIMARY KEY DEFAULT true CHECK (one));
            GRANT USAGE ON SCHEMA environment_cloner TO PUBLIC;
            GRANT SELECT ON environment_cloner.marker TO PUBLIC;
            """;

    /** The marker of a database that no clone has been made into. */
    public static EnvironmentMarker of(Environment environment) {
        return new EnvironmentMarker(
                environment.id(), environment.kind().word(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the database says; empty if it says nothing. */
    public static Optional<EnvironmentMarker> read(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var exists = statement.executeQuery("SELECT to_regclass('%s') IS NOT NULL".formatted(TABLE))) {
            exists.next();
            if (!exists.getBoolean(1)) {
                return Optional.empty();
            }
        }
        try (var statement = database.createStatement();
                var row = statement.executeQuery(
                        "SELECT environment, kind, operation, cloned_from, cloned_at FROM " + TABLE)) {
            return row.next()
                    ? Optional.of(new EnvironmentMarker(
                            row.getString(1),
                            row.getString(2),
                            Optional.ofNullable(row.getString(3)),
                            Optional.ofNullable(row.getString(4)),
                            Optional.ofNullable(row.getTimestamp(5)).map(Timestamp::toInstant)))
                    : Optional.empty();
        }
    }

    /** Has the database say this from now on. */
    public void write(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(CREATE);
            statement.execute("DELETE FROM " + TABLE);
        }
        try (var insert = database.prepareStatement(
                "INSERT INTO %s (environment, kind, operation, cloned_from, cloned_at) VALUES (?, ?, ?, ?, ?)"
                        .formatted(TABLE))) {
            insert.setString(1, environment);
            insert.setString(2, kind);
            insert.setString(3, operation.orElse(null));
            insert.setString(4, clonedFrom.orElse(null));
            insert.setTimestamp(5, timestamp(clonedAt));
            insert.execute();
        }
    }

    private static @Nullable Timestamp timestamp(Optional<Instant> instant) {
        return instant.map(Timestamp::from).orElse(null);
    }

    /** What an operator runs in a database to mark it. */
    public String sql() {
        return CREATE.strip().replaceAll("\\s+", " ")
                + " INSERT INTO %s (environment, kind) VALUES ('%s', '%s');"
                        .formatted(TABLE, environment.replace("'", "''"), kind);
    }
}
