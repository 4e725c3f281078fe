package dev.treaty.consumer.archivist.connection;

/**
 * Which part of a long list to ask for.
 *
 * @param offset how many resources to skip; not a number of pages
 * @param size how many to give at most
 */
public record PageWindow(int offset, int size) {

    /** Refuses what would never get to the end. */
    public PageWindow {
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException(
                    "A window begins at 0 or later and holds one or more, but this: offset %d, size %d"
                            .formatted(offset, size));
        }
    }

    /** From the beginning. */
    public static PageWindow first(int size) {
        return new PageWindow(0, size);
    }
}
