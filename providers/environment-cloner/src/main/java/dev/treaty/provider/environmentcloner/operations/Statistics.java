package dev.treaty.provider.environmentcloner.operations;

import java.time.Duration;
import java.util.List;

/**
 * What an operation did.
 *
 * @param tables in alphabetical order
 * @param schemaChanges the migrations that the target gained, e.g. {@code V4 audit}, and those that it lost, e.g. {@code without V5 invoices}
 * @param duration from its start to its end
 * @param rowsPerSecond while rows were copied; 0 if there were none
 * @param foreignKeysChecked how many foreign keys PostgreSQL proved for the new database
 * @param survivors how many originals were found in the new database: 0, or the clone failed
 * @param notCopied what is in the source and was not copied, e.g. {@code materialized view reports.occupancy}
 */
public record Statistics(
        List<TableStatistics> tables,
        List<String> schemaChanges,
        Duration duration,
        long rowsPerSecond,
        int foreignKeysChecked,
        long survivors,
        List<String> notCopied) {

    public Statistics {
        tables = List.copyOf(tables);
        schemaChanges = List.copyOf(schemaChanges);
        notCopied = List.copyOf(notCopied);
    }
}
