package dev.treaty.provider.environmentcloner.copy;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A foreign key: the columns of a table, and those that they refer to. */
record ForeignKey(TableName table, List<String> columns, TableName referred, List<String> referredColumns) {

    private static final String QUERY = """
            SELECT n.nspname, t.relname, rn.nspname, r.relname,
                   ARRAY(SELECT a.attname::text FROM unnest(c.conkey) WITH ORDINALITY k (number, place)
                          JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number ORDER BY k.place),
                   ARRAY(SELECT a.attname::text FROM unnest(c.confkey) WITH ORDINALITY k (number, place)
                          JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.number ORDER BY k.place)
              FROM pg_constraint c
              JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
              JOIN pg_class r ON r.oid = c.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
             WHERE c.contype = 'f'
             ORDER BY n.nspname, t.relname, c.conname
            """;

    ForeignKey {
        columns = List.copyOf(columns);
        referredColumns = List.copyOf(referredColumns);
    }

    /** All of a database. */
    static List<ForeignKey> of(Connection database) throws SQLException {
        var keys = new ArrayList<ForeignKey>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                keys.add(new ForeignKey(
                        new TableName(rows.getString(1), rows.getString(2)),
                        names(rows.getArray(5)),
                        new TableName(rows.getString(3), rows.getString(4)),
                        names(rows.getArray(6))));
            }
        }
        return keys;
    }

    private static List<String> names(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
