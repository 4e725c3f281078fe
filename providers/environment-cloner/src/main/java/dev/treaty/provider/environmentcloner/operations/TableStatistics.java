package dev.treaty.provider.environmentcloner.operations;

/**
 * What became of a table.
 *
 * @param name e.g. {@code reservations.reservations}
 * @param rows in the target
 * @param anonymised in how many of them something was replaced
 * @param bytes read from the source
 * @param note why rows of the source are not in the target, e.g. {@code its system was not asked for}; empty if all are
 */
public record TableStatistics(String name, long rows, long anonymised, long bytes, String note) {}
