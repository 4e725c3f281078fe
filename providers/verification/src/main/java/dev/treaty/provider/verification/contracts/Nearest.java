package dev.treaty.provider.verification.contracts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Orders names by how little they differ from one that was mistyped. */
public final class Nearest {

    private Nearest() {}

    /** The known names, those with the fewest letters to change first, and equal ones in the alphabet's order. */
    public static List<String> first(String asked, Collection<String> known) {
        return known.stream()
                .sorted(Comparator.<String>comparingInt(name -> distance(fold(asked), fold(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's: how many letters to insert, drop or replace. */
    public static int distance(String from, String to) {
        var previous = new int[to.length() + 1];
        for (var column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
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
}
