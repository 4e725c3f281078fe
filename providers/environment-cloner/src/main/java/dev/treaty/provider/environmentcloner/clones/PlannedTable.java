package dev.treaty.provider.environmentcloner.clones;

import java.util.List;

/**
 * What a clone would do with a table.
 *
 * @param name e.g. {@code reservations.reservations}
 * @param rows how many would be copied: counted up to 10,000, estimated by PostgreSQL beyond
 * @param rules those of the profile for this table
 */
public record PlannedTable(String name, long rows, List<PlannedRule> rules) {

    public PlannedTable {
        rules = List.copyOf(rules);
    }
}
