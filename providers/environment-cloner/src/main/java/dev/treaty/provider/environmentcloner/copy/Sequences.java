package dev.treaty.provider.environmentcloner.copy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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
        write(read(source), target);
    }

    /** Where they are. */
    static List<FileManifest.Sequence> read(Connection source) throws SQLException {
        var names = new ArrayList<TableName>();
        try (var statement = source.createStatement();
                var rows = statement.executeQuery(NAMES)) {
            while (rows.next()) {
                names.add(new TableName(rows.getString(1), rows.getString(2)));
            }
        }
        var sequences = new ArrayList<FileManifest.Sequence>();
        for (var name : names) {
            try (var statement = source.createStatement();
                    var row = statement.executeQuery("SELECT last_value, is_called FROM " + name.quoted())) {
                row.next();
                sequences.add(
                        new FileManifest.Sequence(name.schema(), name.table(), row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** Sets them. */
    static void write(List<FileManifest.Sequence> sequences, Connection target) throws SQLException {
        try (var write = target.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
            for (var sequence : sequences) {
                write.setString(1, new TableName(sequence.schema(), sequence.name()).quoted());
                write.setLong(2, sequence.value());
                write.setBoolean(3, sequence.isCalled());
                write.execute();
            }
        }
    }
}
