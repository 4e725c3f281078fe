package dev.treaty.consumer.apigateway.workspaces;

import java.util.Optional;

/**
 * Which part of a list to request.
 *
 * @param limit the maximum number of items; the service decides what is too many
 * @param cursor {@link WorkspacePage#nextCursor()} of the page before, opaque; empty for the first page
 */
public record PageRequest(int limit, Optional<String> cursor) {

    /** The first page. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, Optional.empty());
    }

    /** The page that a cursor leads to. */
    public static PageRequest after(String cursor, int limit) {
        return new PageRequest(limit, Optional.of(cursor));
    }
}
