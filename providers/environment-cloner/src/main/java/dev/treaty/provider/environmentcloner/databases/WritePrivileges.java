package dev.treaty.provider.environmentcloner.databases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the role of a connection could write. A setting that makes transactions read-only is no wall, because a session can change it; privileges
 * are one.
 */
public final class WritePrivileges {

    private static final String QUERY = """
            SELECT 'it is a superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper
            UNION ALL
            SELECT 'it may create roles' FROM pg_roles WHERE rolname = current_user AND rolcreaterole
            UNION ALL
            SELECT 'it may create databases' FROM pg_roles WHERE rolname = current_user AND rolcreatedb
            UNION ALL
            SELECT 'it may create schemas' WHERE has_database_privilege(current_database(), 'CREATE')
            UNION ALL
            SELECT 'it may create tables in ' || nspname FROM pg_namespace
             WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' AND has_schema_privilege(oid, 'CREATE')
            UNION ALL
            SELECT 'it may write to ' || n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'f', 'v') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
               AND (has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') OR has_any_column_privilege(c.oid, 'INSERT, UPDATE'))
            UNION ALL
            SELECT 'it may advance ' || n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(c.oid, 'USAGE, UPDATE') END
             ORDER BY 1
            """;

    private WritePrivileges() {}

    /** Each as a phrase, e.g. {@code it may write to audit.audit_logs}; empty for a role that can only read. */
    public static List<String> of(Connection database) throws SQLException {
        var privileges = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                privileges.add(rows.getString(1));
            }
        }
        return privileges;
    }
}
