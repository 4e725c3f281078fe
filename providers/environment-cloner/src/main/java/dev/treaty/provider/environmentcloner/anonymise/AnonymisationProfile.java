package dev.treaty.provider.environmentcloner.anonymise;

import java.util.Map;
import java.util.Optional;

/**
 * Which columns hold personal data, and what becomes of them in a clone.
 *
 * @param name e.g. {@code training}
 * @param tables the rules of each table, by {@code schema.table} and column
 */
public record AnonymisationProfile(String name, Map<String, Map<String, ColumnRule>> tables) {

    public AnonymisationProfile {
        tables = Map.copyOf(tables);
    }

    /** The rule for a column, if there is one. */
    public Optional<ColumnRule> rule(ColumnName column) {
        return Optional.ofNullable(tables.getOrDefault(column.table(), Map.of()).get(column.column()));
    }
}
