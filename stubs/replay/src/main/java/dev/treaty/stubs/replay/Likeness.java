package dev.treaty.stubs.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How alike two texts are. Cheap enough to be asked of every interaction when a request matches none.
 *
 * @param shared how many words, or segments of a path, both have
 * @param prefix how many characters both begin with
 * @param surplus how many words only one of them has
 */
record Likeness(int shared, int prefix, int surplus) implements Comparable<Likeness> {

    private static final Comparator<Likeness> ORDER = Comparator.comparingInt(Likeness::shared)
            .thenComparingInt(Likeness::prefix)
            .thenComparing(Likeness::surplus, Comparator.reverseOrder());

    static Likeness of(String one, String other) {
        var words = words(one);
        var otherWords = words(other);
        var shared = (int) words.stream().filter(otherWords::contains).count();
        var mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return new Likeness(
                shared, mismatch < 0 ? one.length() : mismatch, words.size() + otherWords.size() - 2 * shared);
    }

    /** The text that is most like this one comes first. */
    static Comparator<String> nearestFirst(String text) {
        return Comparator.comparing((String other) -> Likeness.of(other, text), Comparator.reverseOrder());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[/\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public int compareTo(Likeness other) {
        return ORDER.compare(this, other);
    }
}
