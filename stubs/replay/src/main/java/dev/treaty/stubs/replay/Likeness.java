package dev.treaty.stubs.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * How alike two texts are: by the words (or segments) that they share, then by how long they begin the same. Cheap enough
 * to be asked of every interaction when a request matches none.
 *
 * @param shared of all words, from 0 to 1
 * @param prefix in characters
 */
record Likeness(double shared, int prefix) implements Comparable<Likeness> {

    private static final Comparator<Likeness> ORDER =
            Comparator.comparingDouble(Likeness::shared).thenComparingInt(Likeness::prefix);

    static Likeness of(String one, String other) {
        var words = words(one);
        var common = new HashSet<>(words);
        common.retainAll(words(other));
        var most = Math.max(words.size(), words(other).size());
        var mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return new Likeness(most == 0 ? 1 : (double) common.size() / most, mismatch < 0 ? one.length() : mismatch);
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[/\\s]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    @Override
    public int compareTo(Likeness other) {
        return ORDER.compare(this, other);
    }
}
