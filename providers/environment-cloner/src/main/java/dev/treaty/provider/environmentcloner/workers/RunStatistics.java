package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.copy.CopiedTable;
import dev.treaty.provider.environmentcloner.copy.CopyResult;
import dev.treaty.provider.environmentcloner.copy.TableName;
import dev.treaty.provider.environmentcloner.operations.Statistics;
import dev.treaty.provider.environmentcloner.operations.TableStatistics;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** What a copy did, as it is stored. */
final class RunStatistics {

    private RunStatistics() {}

    /** @param seconds that the copy took, with its keys and indexes */
    static Statistics of(
            CopyResult copied,
            Function<TableName, String> note,
            List<String> schemaChanges,
            double seconds,
            List<String> notCopied) {
        var tables = copied.tables().stream()
                .map(table -> new TableStatistics(
                        table.name().toString(),
                        table.rows(),
                        table.anonymised(),
                        table.bytes(),
                        note.apply(table.name())))
                .sorted(Comparator.comparing(TableStatistics::name))
                .toList();
        var rows = copied.tables().stream().mapToLong(CopiedTable::rows).sum();
        return new Statistics(
                tables,
                schemaChanges,
                Duration.ofMillis((long) (seconds * 1_000)),
                (long) (rows / Math.max(seconds, 0.001)),
                copied.foreignKeys(),
                0, // otherwise the clone would have failed
                notCopied);
    }
}
