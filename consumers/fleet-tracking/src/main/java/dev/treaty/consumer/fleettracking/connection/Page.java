package dev.treaty.consumer.fleettracking.connection;

import dev.treaty.consumer.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the next page starts; empty on the last
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {

    /** Keeps a copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** Reads a page from a reply. */
    public static <T> Page<T> of(HttpReply reply, Class<T> type) {
        var pagination = reply.read("pagination", Pagination.class);
        return new Page<>(
                reply.list("data", type),
                pagination.hasNextPage() ? Optional.of(new Cursor(pagination.endCursor())) : Optional.empty());
    }

    /**
     * Reads a whole list.
     *
     * @param read reads the page at a cursor, or the first without one
     */
    public static <T> List<T> all(Function<Optional<Cursor>, Page<T>> read) {
        var items = new ArrayList<T>();
        var page = read.apply(Optional.empty());
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = read.apply(page.next());
            items.addAll(page.items());
        }
        return List.copyOf(items);
    }
}
