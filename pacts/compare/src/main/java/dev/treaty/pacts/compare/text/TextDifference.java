package dev.treaty.pacts.compare.text;

import java.util.Optional;

/**
 * Whether all texts of one set are in another.
 *
 * @param example the shortest text that was found in the one and not in the other; empty if there is none, or if none was found
 * @param isComplete whether there is none if there is no example
 */
public record TextDifference(Optional<String> example, boolean isComplete) {

    /** Nothing is in the one and not in the other. */
    public static final TextDifference NONE = new TextDifference(Optional.empty(), true);

    /** An empty difference, for certain. */
    public boolean isNone() {
        return example.isEmpty() && isComplete;
    }

    /** Looks for a text of {@code one}, within {@code universe}, that is not in {@code other}. */
    public static TextDifference between(TextSet one, TextSet other, TextSet universe) {
        return one.equals(other) || one.equals(TextSets.NONE) || other.equals(TextSets.EVERY)
                ? NONE
                : search(TextSets.both(universe, one), other);
    }

    private static TextDifference search(TextSet wanted, TextSet unwanted) {
        var search = new TextSearch(wanted, unwanted);
        var example = search.run();
        return new TextDifference(example, search.isComplete());
    }

    /** The shortest text of a set, within {@code universe}; empty if it has none or none is found. */
    public static Optional<String> shortest(TextSet set, TextSet universe) {
        return search(TextSets.both(universe, set), TextSets.NONE).example();
    }
}
