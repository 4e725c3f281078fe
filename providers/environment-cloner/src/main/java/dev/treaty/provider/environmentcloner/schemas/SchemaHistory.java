package dev.treaty.provider.environmentcloner.schemas;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The migrations that a database has, the oldest first, as Flyway has written them down there. */
public record SchemaHistory(List<AppliedMigration> migrations) {

    private static final String TABLE = """
            SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relname = 'flyway_schema_history' AND c.relkind = 'r' ORDER BY n.nspname LIMIT 1
            """;

    private static final String ROWS =
            "SELECT version, description, checksum FROM %s.flyway_schema_history WHERE success AND version IS NOT NULL ORDER BY installed_rank";

    public SchemaHistory {
        migrations = List.copyOf(migrations);
    }

    /** That of a database. */
    public static SchemaHistory of(Connection database) throws SQLException {
        var migrations = new ArrayList<AppliedMigration>();
        try (var statement = database.createStatement();
                var schema = statement.executeQuery(TABLE)) {
            if (schema.next()) {
                add(database, QuotedName.of(schema.getString(1)), migrations);
            }
        }
        return new SchemaHistory(migrations);
    }

    private static void add(Connection database, String schema, List<AppliedMigration> migrations) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(ROWS.formatted(schema))) {
            while (rows.next()) {
                migrations.add(
                        new AppliedMigration(rows.getString(1), rows.getString(2), rows.getObject(3, Integer.class)));
            }
        }
    }

    /** The newest version; empty if no migration has run. */
    public Optional<String> version() {
        return migrations.isEmpty()
                ? Optional.empty()
                : Optional.of(migrations.get(migrations.size() - 1).version());
    }

    /** What a target that has these changes when it gets those: {@code V4 audit}, {@code without V5 invoices}. */
    public List<String> changesTo(SchemaHistory other) {
        var changes = new ArrayList<String>();
        other.migrations.stream()
                .filter(migration -> !migrations.contains(migration))
                .forEach(migration -> changes.add(migration.toString()));
        migrations.stream()
                .filter(migration -> !other.migrations.contains(migration))
                .forEach(migration -> changes.add("without " + migration));
        return changes;
    }
}
