package dev.treaty.provider.environmentcloner.clones;

import java.time.Duration;
import java.util.List;

/**
 * What a clone would do.
 *
 * @param schemaChanges the migrations that the target would gain, e.g. {@code V4 audit}, and those that it would lose, e.g. {@code without V5 invoices}
 * @param unclassified columns that look personal and are not in the profile, which would stop the clone
 * @param estimate how long it would take
 */
public record ClonePlan(
        List<PlannedTable> tables, List<String> schemaChanges, List<String> unclassified, Duration estimate) {

    public ClonePlan {
        tables = List.copyOf(tables);
        schemaChanges = List.copyOf(schemaChanges);
        unclassified = List.copyOf(unclassified);
    }
}
