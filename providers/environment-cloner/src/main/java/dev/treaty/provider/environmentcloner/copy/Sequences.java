package dev.treaty.provider.environmentcloner.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;

/** Sequences, which do not belong to the rows: without them, a target would give away the next number twice. */
final class Sequences {

    private static final String NAMES = """
            SELECT n.nspname, c.relname
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind = 'S' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            """;

    private Sequences() {}

    /** Sets those of the target, which has the same ones, to where those of the source are. */
    static void copy(Connection source, Connection target) throws SQLException {
        var names = new ArrayList<TableName>();
        try (var statement = source.createStatement();
                var rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.add(new TableName(rows.getString(1), rows.getString(2)));
            }
        }
        for (var name : names) {
            copy(name, source, target);
        }
    }

    private static void copy(TableName name, Connection source, Connection target) throws SQLException {
        try (var read = source.createStatement();
                var row = read.executeQuery("SELECT last_value, is_called FROM " + name.quoted());
                var write = target.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            row.next();
            write.setString(1, name.quoted());
            write.setLong(2, row.getLong(1));
            write.setBoolean(3, row.getBoolean(2));
            write.execute();
        }
    }
}
