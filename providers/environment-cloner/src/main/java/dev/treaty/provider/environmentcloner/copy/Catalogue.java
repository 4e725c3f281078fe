package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.Column;
import dev.treaty.provider.environmentcloner.anonymise.ColumnName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What a database contains, by PostgreSQL's catalogue. Flyway's own table and what marks an environment are not part of it: the
 * target has its own. */
public final class Catalogue {

    private static final String OUR_SCHEMAS =
            "n.nspname NOT IN ('pg_catalog', 'information_schema', 'environment_cloner') AND n.nspname NOT LIKE 'pg\\_%'";

    /** Partitions are copied one by one, and not once more with the table that they are parts of. */
    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), c.reltuples::bigint,
                   EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum)
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid
             WHERE c.relkind = 'r' AND c.relname <> 'flyway_schema_history' AND a.attnum > 0 AND NOT a.attisdropped
               AND a.attgenerated = '' AND %s
             ORDER BY n.nspname, c.relname, a.attnum
            """.formatted(OUR_SCHEMAS);

    private static final String NOT_COPIED = """
            SELECT CASE c.relkind WHEN 'm' THEN 'materialized view ' ELSE 'foreign table ' END || n.nspname || '.' || c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('m', 'f') AND %s
            UNION ALL
            SELECT count(*) || ' large objects' FROM pg_largeobject_metadata HAVING count(*) > 0
             ORDER BY 1
            """.formatted(OUR_SCHEMAS);

    private Catalogue() {}

    /** All tables, in alphabetical order. */
    public static List<TableLayout> tables(Connection database) throws SQLException {
        var tables = new LinkedHashMap<TableName, TableLayout>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(COLUMNS)) {
            while (rows.next()) {
                var table = new TableName(rows.getString(1), rows.getString(2));
                var column = new Column(
                        new ColumnName(table.toString(), rows.getString(3)), rows.getString(4), rows.getBoolean(6));
                tables.merge(
                        table, new TableLayout(table, List.of(column), rows.getLong(5)), Catalogue::withColumnsOfBoth);
            }
        }
        return List.copyOf(tables.values());
    }

    private static TableLayout withColumnsOfBoth(TableLayout table, TableLayout next) {
        var columns = new ArrayList<>(table.columns());
        columns.addAll(next.columns());
        return new TableLayout(table.name(), columns, table.rows());
    }

    /** What there is and is not copied, e.g. {@code materialized view reports.occupancy}. */
    public static List<String> notCopied(Connection database) throws SQLException {
        var names = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(NOT_COPIED)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
