package dev.treaty.provider.environmentcloner;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What there is in the sample's server: if it is equal before and after a request, the request changed nothing. */
final class Databases {

    /** Nobody replaces the service's own database, so one session sees all of its server for as long as the tests run. */
    private static final Connection OF_SERVICE = session("environment_cloner");

    private Databases() {}

    private static Connection session(String database) {
        try {
            return TestCloner.sample().administrator(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every database with its identity and its contents, and every operation. */
    static List<String> fingerprint() throws SQLException {
        var all = query(OF_SERVICE, "SELECT oid || ' ' || datname || ' ' || datallowconn FROM pg_database ORDER BY 1");
        for (var environment : List.of("production", "training", "test")) {
            all.addAll(query(environment, """
                    SELECT current_database() || ' ' || count(*) || ' ' || coalesce(md5(string_agg(p::text, '' ORDER BY id)), '')
                      FROM people.profiles p"""));
        }
        all.addAll(query(OF_SERVICE, "SELECT id || ' ' || state FROM operation ORDER BY number"));
        return all;
    }

    /** The first column of all rows. */
    static List<String> query(String database, String sql) throws SQLException {
        try (var session = TestCloner.sample().administrator(database)) {
            return query(session, sql);
        }
    }

    private static List<String> query(Connection session, String sql) throws SQLException {
        try (var statement = session.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    static void execute(String database, String sql) throws SQLException {
        try (var session = TestCloner.sample().administrator(database);
                var statement = session.createStatement()) {
            statement.execute(sql);
        }
    }
}
