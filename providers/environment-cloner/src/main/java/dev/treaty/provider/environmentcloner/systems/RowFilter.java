package dev.treaty.provider.environmentcloner.systems;

import dev.treaty.provider.environmentcloner.copy.TableName;
import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which rows of a table are asked for, by its system and their age.
 *
 * @param systems the names of those that are asked for
 * @param notBefore the time before which rows are too old, by the name of a system
 */
public record RowFilter(ClonedApplication application, Collection<String> systems, Map<String, Instant> notBefore) {

    /** What a table's own rows must satisfy, as SQL; {@code false} for none of them, empty for all. */
    public Optional<String> condition(TableName table) {
        return application.ofSchema(table.schema()).flatMap(system -> condition(system, table));
    }

    private Optional<String> condition(ClonedSystem system, TableName table) {
        if (!systems.contains(system.name())) {
            return Optional.of("false");
        }
        var oldest = notBefore.get(system.name());
        var column = system.ages().get(table.table());
        return oldest == null || column == null
                ? Optional.empty()
                : Optional.of("%s.%s >= timestamptz '%s'".formatted(table.quoted(), QuotedName.of(column), oldest));
    }

    /** Why rows of a table are left out, e.g. {@code its system was not asked for}; empty if none are for its own sake. */
    public String note(TableName table, boolean isRestricted) {
        var system = application.ofSchema(table.schema());
        if (system.isPresent() && !systems.contains(system.get().name())) {
            return "empty, because the system %s was not asked for"
                    .formatted(system.get().name());
        }
        return isRestricted ? "without rows that are too old, or that refer to rows that are left out" : "";
    }
}
