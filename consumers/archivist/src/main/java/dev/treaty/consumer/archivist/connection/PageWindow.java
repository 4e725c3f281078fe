package dev.treaty.consumer.archivist.connection;

import dev.treaty.consumer.http.Query;

/**
 * Which part of a long list to request.
 *
 * @param offset how many resources to skip; not a number of pages
 * @param size the maximum number of resources
 */
public record PageWindow(int offset, int size) {

    /** Refuses a window that would never reach the end. */
    public PageWindow {
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException(
                    "A window starts at 0 or later and holds one or more, but this one has offset %d and size %d"
                            .formatted(offset, size));
        }
    }

    /** Adds the window to a query. */
    public Query addTo(Query query) {
        return query.and("offset", offset).and("page_size", size);
    }

    /** The first window. */
    public static PageWindow first(int size) {
        return new PageWindow(0, size);
    }
}
