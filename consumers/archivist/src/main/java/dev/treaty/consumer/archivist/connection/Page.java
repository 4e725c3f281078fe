package dev.treaty.consumer.archivist.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param window what was requested
 * @param count how many resources the whole list has at the moment
 */
public record Page<T>(List<T> items, PageWindow window, int count) {

    /** Keeps a copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /** The next window, or empty at the end. It starts where this page really ended, even if the page was short. */
    public Optional<PageWindow> next() {
        var offset = window.offset() + items.size();
        return items.isEmpty() || offset >= count
                ? Optional.empty()
                : Optional.of(new PageWindow(offset, window.size()));
    }

    /** Reads the rest of the list. */
    public static <T> List<T> all(PageWindow first, Function<PageWindow, Page<T>> read) {
        var items = new ArrayList<T>();
        for (var next = Optional.of(first); next.isPresent(); ) {
            var page = read.apply(next.get());
            items.addAll(page.items());
            next = page.next();
        }
        return items;
    }
}
