package dev.treaty.pacts.errors;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How similar two names, sentences or paths are, ignoring case; the greater, the more similar.
 *
 * @param sharedWords how many words, or segments of a path, both contain
 * @param distance how many letters to insert, drop or replace to turn one into the other (Levenshtein); only the first
 *     {@value #COMPARED_LENGTH} letters are compared
 */
public record Similarity(int sharedWords, int distance) implements Comparable<Similarity> {

    private static final int COMPARED_LENGTH = 120;

    private static final Comparator<Similarity> ORDER = Comparator.comparingInt(Similarity::sharedWords)
            .thenComparing(Similarity::distance, Comparator.reverseOrder());

    /** Compares two texts. */
    public static Similarity of(String one, String other) {
        var left = one.toLowerCase(Locale.ROOT);
        var right = other.toLowerCase(Locale.ROOT);
        var shared = words(left);
        shared.retainAll(words(right));
        return new Similarity(shared.size(), distance(shortened(left), shortened(right)));
    }

    /** Sorts the text that is most similar to this one first; equally similar ones alphabetically. */
    public static Comparator<String> nearestFirst(String text) {
        return Comparator.comparing((String other) -> of(other, text), Comparator.reverseOrder())
                .thenComparing(Comparator.naturalOrder());
    }

    /** The known texts, the most similar first, for "did you mean". */
    public static List<String> nearest(String text, Collection<String> known) {
        return known.stream().sorted(nearestFirst(text)).toList();
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[/\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), COMPARED_LENGTH));
    }

    private static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        Arrays.setAll(previous, column -> column);
        for (var row = 1; row <= from.length(); row++) {
            var current = new int[to.length() + 1];
            current[0] = row;
            for (var column = 1; column <= to.length(); column++) {
                var replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }

    @Override
    public int compareTo(Similarity other) {
        return ORDER.compare(this, other);
    }
}
