package dev.treaty.provider.environmentcloner.copy;

import dev.treaty.provider.environmentcloner.anonymise.Column;
import dev.treaty.provider.environmentcloner.databases.QuotedName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose rows are copied.
 *
 * @param name with its schema, e.g. {@code reservations.reservations}
 * @param columns those that can be written, in the table's order; generated ones are none of them
 * @param rows an estimate by PostgreSQL's statistics, or less than 0 if it has none
 */
public record TableLayout(TableName name, List<Column> columns, long rows) {

    public TableLayout {
        columns = List.copyOf(columns);
    }

    /** The columns as SQL has them, e.g. {@code "id", "guest name"}. */
    String columnList() {
        return columns.stream()
                .map(column -> QuotedName.of(column.name().column()))
                .collect(Collectors.joining(", "));
    }
}
