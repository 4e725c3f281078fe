package dev.treaty.provider.environmentcloner;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What there is in the sample's server: if it is equal before and after a request, the request changed nothing. */
final class Databases {

    private Databases() {}

    /** Every database with its identity and its contents, and every operation. */
    static List<String> fingerprint() throws SQLException {
        var all = query("postgres", "SELECT oid || ' ' || datname || ' ' || datallowconn FROM pg_database ORDER BY 1");
        for (var environment : List.of("production", "training", "test")) {
            all.addAll(query(environment, """
                    SELECT current_database() || ' ' || count(*) || ' ' || coalesce(md5(string_agg(p::text, '' ORDER BY id)), '')
                      FROM people.profiles p"""));
        }
        all.addAll(query("environment_cloner", "SELECT id || ' ' || state FROM operation ORDER BY number"));
        return all;
    }

    /** The first column of all rows. */
    static List<String> query(String database, String sql) throws SQLException {
        try (var session = TestCloner.sample().administrator(database);
                var statement = session.createStatement();
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
