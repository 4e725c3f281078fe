package dev.treaty.provider.environmentcloner.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the role of a connection is not allowed to do and a clone needs. Each as a phrase, e.g. {@code it may not read audit.audit_logs}. */
public final class MissingRights {

    /** A policy hides rows without a word, unless the session forbids it; then reading is an error. */
    private static final String TO_READ = """
            SELECT 'it may not use the schema ' || nspname FROM pg_namespace n
             WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND NOT has_schema_privilege(n.oid, 'USAGE')
               AND EXISTS (SELECT FROM pg_class c WHERE c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'S'))
            UNION ALL
            SELECT 'it may not read ' || n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
               AND CASE WHEN c.relkind IN ('r', 'p') THEN NOT has_table_privilege(c.oid, 'SELECT')
                        WHEN c.relkind = 'S' THEN NOT has_sequence_privilege(c.oid, 'SELECT') END
            UNION ALL
            SELECT 'policies hide rows of ' || n.nspname || '.' || c.relname || ' from it'
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
               AND CASE WHEN c.relkind IN ('r', 'p') AND c.relrowsecurity THEN row_security_active(c.oid) END
             ORDER BY 1
            """;

    /** PostgreSQL's documentation, "ALTER DATABASE", "CREATE DATABASE" and "Predefined Roles". */
    private static final String TO_REPLACE = """
            SELECT 'it does not own the database' FROM pg_database
             WHERE datname = current_database() AND NOT pg_has_role(datdba, 'USAGE')
            UNION ALL
            SELECT 'it may not create databases' FROM pg_roles
             WHERE rolname = current_user AND NOT rolcreatedb AND NOT rolsuper
            UNION ALL
            SELECT 'it may not end sessions of other roles' WHERE NOT pg_has_role('pg_signal_backend', 'USAGE')
             ORDER BY 1
            """;

    private MissingRights() {}

    /** To read all rows and sequences of the database; empty if none is missing. */
    public static List<String> toRead(Connection database) throws SQLException {
        return phrases(TO_READ, database);
    }

    /** To put another database in the place of this one; empty if none is missing. */
    public static List<String> toReplace(Connection database) throws SQLException {
        return phrases(TO_REPLACE, database);
    }

    private static List<String> phrases(String query, Connection database) throws SQLException {
        var phrases = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                phrases.add(rows.getString(1));
            }
        }
        return phrases;
    }
}
