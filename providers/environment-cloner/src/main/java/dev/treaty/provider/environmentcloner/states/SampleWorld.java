package dev.treaty.provider.environmentcloner.states;

import dev.treaty.provider.environmentcloner.sample.SampleRows;
import dev.treaty.provider.environmentcloner.sample.SampleServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The sample's databases and its profile, which states change. Every change can be undone. */
final class SampleWorld {

    private static final String MAINTENANCE = "postgres";
    private static final String PRODUCTION = "production";

    private final SampleServer server;
    private final Path profiles;
    private final Deque<Change> undo = new ArrayDeque<>();

    /** @param profiles the folder with the anonymisation profile */
    SampleWorld(SampleServer server, Path profiles) {
        this.server = server;
        this.profiles = profiles;
    }

    /** Something that is done with a database or a file. */
    private interface Change {
        void run() throws SQLException, IOException;
    }

    /** Lets nobody into a database, and ends the sessions that there are. */
    void disconnect(String database) {
        change(
                MAINTENANCE,
                "ALTER DATABASE %s ALLOW_CONNECTIONS false".formatted(database),
                "ALTER DATABASE %s ALLOW_CONNECTIONS true".formatted(database));
        execute(
                MAINTENANCE,
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%s'"
                        .formatted(database));
    }

    /** Lets the role that reads the sources write a table, too. */
    void allowWriting(String database, String table) {
        change(
                database,
                "GRANT INSERT ON %s TO %s".formatted(table, SampleServer.READER),
                "REVOKE INSERT ON %s FROM %s".formatted(table, SampleServer.READER));
    }

    /** Takes the rule for a column out of the sample's profile, so that nobody has decided about the column. */
    void declassify(String column) {
        run(() -> {
            var profile = Files.readString(profiles.resolve("training.yaml"));
            var rule = Pattern.compile("(?m)^    %s: .*\\R".formatted(column.substring(column.lastIndexOf('.') + 1)));
            write(rule.matcher(profile).replaceFirst(""));
            undo.push(() -> write(profile));
        });
    }

    private void write(String profile) throws IOException {
        Files.writeString(profiles.resolve("training.yaml"), profile);
    }

    /** Has production say that it was migrated to a version that nobody else knows. */
    void migrateFurther() {
        change(
                PRODUCTION,
                "INSERT INTO flyway_schema_history SELECT 99, '99', 'loyalty', 'SQL', 'V99__loyalty.sql', 0,"
                        + " current_user, now(), 1, true",
                "DELETE FROM flyway_schema_history WHERE version = '99'");
    }

    /** Takes all rows out of production. */
    void empty() {
        run(() -> {
            try (var production = server.administrator(PRODUCTION)) {
                execute(
                        production,
                        "TRUNCATE people.profiles, reservations.lofts, conversations.conversations, audit.audit_logs"
                                + " RESTART IDENTITY CASCADE");
            }
        });
        undo.push(() -> {
            try (var production = server.administrator(PRODUCTION)) {
                SampleRows.insert(production, server.rows());
            }
        });
    }

    /** Undoes all changes. */
    void restore() {
        while (!undo.isEmpty()) {
            run(undo.pop());
        }
    }

    private void change(String database, String sql, String reverse) {
        execute(database, sql);
        undo.push(() -> {
            try (var session = server.administrator(database)) {
                execute(session, reverse);
            }
        });
    }

    private void execute(String database, String sql) {
        run(() -> {
            try (var session = server.administrator(database)) {
                execute(session, sql);
            }
        });
    }

    private static void execute(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void run(Change change) {
        try {
            change.run();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("the sample cannot be changed", e);
        }
    }
}
