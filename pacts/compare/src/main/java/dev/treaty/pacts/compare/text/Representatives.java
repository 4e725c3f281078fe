package dev.treaty.pacts.compare.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One character of each interval, so that whoever reads an example sees letters rather than control characters if possible. */
final class Representatives {

    /** A number is easier to read with a point than with an exponent. */
    private static final String PREFERRED =
            "abcdfghijklmnopqrstuvwxyz0123456789ABCDFGHIJKLMNOPQRSTUVWXYZ_.eE-,:;/+*=!?#$%&@~^|()[]{}<>'`\"\\ ";

    private static final int ASCII_END = 0x80;
    private static final int[] RANKS = ranks();

    private Representatives() {}

    private static int[] ranks() {
        var ranks = new int[ASCII_END];
        for (var c = 0; c < ASCII_END; c++) {
            var rank = PREFERRED.indexOf(c);
            ranks[c] = rank < 0 ? PREFERRED.length() + c : rank;
        }
        return ranks;
    }

    /**
     * The characters, those that are read most easily first.
     *
     * @param boundaries the first character of each interval, in ascending order
     */
    static List<Character> of(int[] boundaries) {
        var characters = new ArrayList<Character>(boundaries.length);
        for (var i = 0; i < boundaries.length && boundaries[i] <= Character.MAX_VALUE; i++) {
            var next = i + 1 < boundaries.length ? boundaries[i + 1] : Character.MAX_VALUE + 1;
            characters.add(representative(boundaries[i], next));
        }
        characters.sort(Comparator.comparingInt(Representatives::rank));
        return characters;
    }

    private static char representative(int first, int end) {
        var best = first;
        for (var c = first + 1; c < Math.min(end, ASCII_END); c++) {
            best = RANKS[c] < RANKS[best] ? c : best;
        }
        return (char) (first <= 'à' && 'à' < end && first >= ASCII_END ? 'à' : best);
    }

    private static int rank(char c) {
        return c < ASCII_END ? RANKS[c] : PREFERRED.length() + c;
    }
}
