package dev.treaty.pacts.compare.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** One character of each interval, so that whoever reads an example sees letters rather than control characters if possible. */
final class Representatives {

    /** A number is easier to read with a point than with an exponent. */
    private static final String PREFERRED =
            "abcdfghijklmnopqrstuvwxyz0123456789ABCDFGHIJKLMNOPQRSTUVWXYZ_.eE-,:;/+*=!?#$%&@~^|()[]{}<>'`\"\\ ";

    private Representatives() {}

    /**
     * The characters, those that are read most easily first.
     *
     * @param boundaries the first character of each interval
     */
    static List<Character> of(BitSet boundaries) {
        var characters = new ArrayList<Character>();
        for (var first = boundaries.nextSetBit(0); first >= 0 && first <= Character.MAX_VALUE; ) {
            var next = boundaries.nextSetBit(first + 1);
            characters.add(representative((char) first, (char) (next < 0 ? Character.MAX_VALUE : next - 1)));
            first = next;
        }
        characters.sort(Comparator.comparingInt(Representatives::rank));
        return characters;
    }

    private static char representative(char first, char last) {
        for (var i = 0; i < PREFERRED.length(); i++) {
            var c = PREFERRED.charAt(i);
            if (first <= c && c <= last) {
                return c;
            }
        }
        return first <= '\u00e0' && '\u00e0' <= last ? '\u00e0' : first;
    }

    private static int rank(char c) {
        var rank = PREFERRED.indexOf(c);
        return rank < 0 ? PREFERRED.length() + c : rank;
    }
}
