package dev.treaty.consumer.environmentconsole.clones;

import dev.treaty.consumer.environmentconsole.connection.JsonDocument;
import java.time.Duration;
import java.util.List;

/**
 * What a clone did.
 *
 * @param schemaChanges migrations that the target lacked, e.g. {@code "V4 audit"}
 * @param foreignKeysChecked all of them, by PostgreSQL itself
 * @param survivors values of the source that should be anonymised and were found in the copy; always 0 in a completed clone
 */
public record Statistics(
        List<Table> tables,
        List<String> schemaChanges,
        Duration duration,
        long rowsPerSecond,
        long foreignKeysChecked,
        long survivors) {

    public Statistics {
        tables = List.copyOf(tables);
        schemaChanges = List.copyOf(schemaChanges);
    }

    /**
     * A table that was copied.
     *
     * @param anonymised in how many rows something was replaced
     * @param bytes read from the source
     */
    public record Table(String name, long rows, long anonymised, long bytes) {

        static Table of(JsonDocument table) {
            return new Table(
                    table.text("name"), table.integer("rows"), table.integer("anonymised"), table.integer("bytes"));
        }
    }

    static Statistics of(JsonDocument statistics) {
        return new Statistics(
                statistics.list("tables", Table::of),
                statistics.texts("schemaChanges"),
                statistics.duration("duration"),
                statistics.integer("rowsPerSecond"),
                statistics.integer("foreignKeysChecked"),
                statistics.integer("survivors"));
    }
}
