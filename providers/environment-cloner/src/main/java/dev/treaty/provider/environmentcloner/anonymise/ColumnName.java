package dev.treaty.provider.environmentcloner.anonymise;

/**
 * A column of a database.
 *
 * @param table with its schema, e.g. {@code reservations.reservations}
 */
public record ColumnName(String table, String column) {

    @Override
    public String toString() {
        return table + "." + column;
    }
}
