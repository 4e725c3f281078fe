package dev.treaty.consumer.fleettracking.connection;

/**
 * Where a page ends. There may be a cursor on the last page, too, so that only {@code hasNextPage} says whether to go on.
 *
 * @param endCursor of a list's last page, sometimes empty
 */
record Pagination(String endCursor, boolean hasNextPage) {}
