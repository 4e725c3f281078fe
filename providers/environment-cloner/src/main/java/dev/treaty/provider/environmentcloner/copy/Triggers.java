package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The triggers of a target, which must not fire while rows are copied: a trigger that keeps an audit log would write a second one, with the
 * person who copies as the author.
 */
record Triggers(List<String> enable) {

    /** Those that are on: in any session (O), in replicas only (R), always (A). Those of keys are PostgreSQL's own. */
    private static final String ENABLED = """
            SELECT n.nspname, t.relname, g.tgname, g.tgenabled
              FROM pg_trigger g JOIN pg_class t ON t.oid = g.tgrelid JOIN pg_namespace n ON n.oid = t.relnamespace
             WHERE NOT g.tgisinternal AND g.tgenabled <> 'D' AND g.tgparentid = 0
            """;

    /** Disables them. */
    static Triggers disable(Connection target) throws SQLException {
        var disable = new ArrayList<String>();
        var enable = new ArrayList<String>();
        try (var statement = target.createStatement();
                var rows = statement.executeQuery(ENABLED)) {
            while (rows.next()) {
                var table = new TableName(rows.getString(1), rows.getString(2)).quoted();
                var trigger = "TRIGGER " + QuotedName.of(rows.getString(3));
                disable.add("ALTER TABLE %s DISABLE %s".formatted(table, trigger));
                enable.add("ALTER TABLE %s ENABLE %s%s".formatted(table, mode(rows.getString(4)), trigger));
            }
        }
        execute(target, disable);
        return new Triggers(enable);
    }

    private static String mode(String enabled) {
        return switch (enabled) {
            case "A" -> "ALWAYS ";
            case "R" -> "REPLICA ";
            default -> "";
        };
    }

    /** Enables them as they were. */
    void restore(Connection target) throws SQLException {
        execute(target, enable);
    }

    private static void execute(Connection target, List<String> statements) throws SQLException {
        try (var statement = target.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
