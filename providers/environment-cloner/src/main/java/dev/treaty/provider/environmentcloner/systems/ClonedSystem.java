package dev.treaty.provider.environmentcloner.systems;

import java.util.Map;

/**
 * A part of the application that can be left out of a clone: the tables of one schema.
 *
 * @param name as requests have it, e.g. {@code reservations}
 * @param schema of its tables
 * @param ages the column that says how old a row is, by table; the age of rows of other tables is that of what they refer to
 */
public record ClonedSystem(String name, String schema, Map<String, String> ages) {

    public ClonedSystem {
        ages = Map.copyOf(ages);
    }
}
