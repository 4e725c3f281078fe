package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.copy.TableLayout;
import dev.treaty.provider.environmentcloner.refusals.SchemaRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares what a source has with what its migrations make: somebody may have changed it by hand. */
final class SchemaComparison {

    private SchemaComparison() {}

    /** @throws SchemaRefused if they are not the same */
    static void requireSame(List<TableLayout> source, List<TableLayout> migrated, String environment) {
        var there = columns(source);
        var made = columns(migrated);
        var different = new TreeSet<String>();
        different.addAll(without(there, made));
        different.addAll(without(made, there));
        if (!different.isEmpty()) {
            throw new SchemaRefused(
                    "The source has another schema than its migrations make: %s."
                            .formatted(String.join(", ", different)),
                    "the database of " + environment,
                    "write a migration of the application for what was changed by hand");
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        var left = new HashSet<>(all);
        left.removeAll(others);
        return left;
    }

    private static Set<String> columns(List<TableLayout> tables) {
        var columns = new HashSet<String>();
        tables.forEach(table ->
                table.columns().forEach(column -> columns.add("%s (%s)".formatted(column.name(), column.type()))));
        return columns;
    }
}
