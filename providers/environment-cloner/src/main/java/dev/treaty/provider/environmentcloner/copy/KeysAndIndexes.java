package dev.treaty.provider.environmentcloner.copy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys and indexes of a target, which are dropped before rows are copied, because that is faster and the order of the tables does not
 * matter then, and created again afterwards: PostgreSQL itself proves each key. ({@code session_replication_role = replica} would prove nothing.)
 */
public final class KeysAndIndexes {

    /** In the order in which they can be created: what a foreign key refers to comes before it. */
    private static final String CONSTRAINTS = """
            SELECT c.conname, n.nspname, t.relname, pg_get_constraintdef(c.oid), c.contype = 'f'
              FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE c.contype IN ('p', 'u', 'x', 'f') AND c.conparentid = 0 AND t.relname <> 'flyway_schema_history'
               AND n.nspname NOT IN ('pg_catalog', 'information_schema')
             ORDER BY c.contype = 'f', n.nspname, t.relname, c.conname
            """;

    private static final String INDEXES = """
            SELECT n.nspname, i.relname, pg_get_indexdef(i.oid), t.relname
              FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
              JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
               AND t.relname <> 'flyway_schema_history' AND NOT i.relispartition
               AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.oid AND c.contype IN ('p', 'u', 'x'))
             ORDER BY n.nspname, i.relname
            """;

    /** In the order in which they can be created. */
    private final List<Definition> definitions;

    private KeysAndIndexes(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
    }

    private record Definition(TableName table, boolean isForeignKey, String drop, String create) {}

    /** Reads and drops them. */
    static KeysAndIndexes drop(Connection target) throws SQLException {
        var indexes = indexes(target);
        var constraints = new ArrayList<Definition>();
        try (var statement = target.createStatement();
                var rows = statement.executeQuery(CONSTRAINTS)) {
            while (rows.next()) {
                var table = new TableName(rows.getString(2), rows.getString(3));
                var name = QuotedName.of(rows.getString(1));
                constraints.add(new Definition(
                        table,
                        rows.getBoolean(5),
                        "ALTER TABLE %s DROP CONSTRAINT %s".formatted(table.quoted(), name),
                        "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(table.quoted(), name, rows.getString(4))));
            }
        }
        var all = new ArrayList<>(indexes);
        all.addAll(constraints);
        try (var statement = target.createStatement()) {
            for (var i = all.size() - 1; i >= 0; i--) { // a foreign key goes before what it refers to
                statement.execute(all.get(i).drop());
            }
        }
        return new KeysAndIndexes(all);
    }

    private static List<Definition> indexes(Connection target) throws SQLException {
        var indexes = new ArrayList<Definition>();
        try (var statement = target.createStatement();
                var rows = statement.executeQuery(INDEXES)) {
            while (rows.next()) {
                indexes.add(new Definition(
                        new TableName(rows.getString(1), rows.getString(4)),
                        false,
                        "DROP INDEX " + new TableName(rows.getString(1), rows.getString(2)).quoted(),
                        rows.getString(3)));
            }
        }
        return indexes;
    }

    /** Creates them again; fails with PostgreSQL's error if a row breaks one of them. */
    void create(Connection target, StopSignal stop) throws SQLException {
        execute(definitions.stream().map(Definition::create).toList(), target, stop);
    }

    /** Creates the foreign keys, when all else is there; one after the other, because each locks two tables. */
    void createForeignKeys(Connection target, StopSignal stop) throws SQLException {
        execute(
                definitions.stream()
                        .filter(Definition::isForeignKey)
                        .map(Definition::create)
                        .toList(),
                target,
                stop);
    }

    /** What creates all else, by table: those of different tables can be created at the same time. */
    Map<TableName, List<String>> ofTables() {
        return definitions.stream()
                .filter(definition -> !definition.isForeignKey())
                .collect(groupingBy(Definition::table, mapping(Definition::create, toList())));
    }

    static void execute(List<String> statements, Connection target, StopSignal stop) throws SQLException {
        try (var statement = target.createStatement()) {
            for (var sql : statements) {
                stop.requireGoingOn();
                statement.execute(sql);
            }
        }
    }

    /** How many foreign keys there are. */
    public int foreignKeys() {
        return (int) definitions.stream().filter(Definition::isForeignKey).count();
    }
}
