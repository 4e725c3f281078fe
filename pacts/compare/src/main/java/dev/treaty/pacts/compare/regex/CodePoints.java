package dev.treaty.pacts.compare.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A set of Unicode characters. Halves of surrogate pairs are not characters, so that every text of an automaton is well-formed.
 *
 * @param ranges in ascending order, not adjacent
 */
record CodePoints(List<Range> ranges) {

    private static final int FIRST_SUPPLEMENTARY = Character.MIN_SUPPLEMENTARY_CODE_POINT;

    CodePoints {
        ranges = List.copyOf(ranges);
    }

    static CodePoints of(int codePoint) {
        return new CodePoints(List.of(new Range(codePoint, codePoint)));
    }

    /** The characters that satisfy a condition. */
    static CodePoints where(IntPredicate condition) {
        var ranges = new ArrayList<Range>();
        collect(0, Character.MIN_SURROGATE, condition, ranges);
        collect(Character.MAX_SURROGATE + 1, Character.MAX_CODE_POINT + 1, condition, ranges);
        return new CodePoints(ranges);
    }

    /** Like {@link #where}, for a condition that holds for all characters beyond the Basic Multilingual Plane, or for none of them. */
    static CodePoints whereUniform(IntPredicate condition) {
        var ranges = new ArrayList<Range>();
        collect(0, Character.MIN_SURROGATE, condition, ranges);
        collect(Character.MAX_SURROGATE + 1, FIRST_SUPPLEMENTARY, condition, ranges);
        if (condition.test(FIRST_SUPPLEMENTARY)) {
            ranges.add(new Range(FIRST_SUPPLEMENTARY, Character.MAX_CODE_POINT));
        }
        return new CodePoints(ranges);
    }

    private static void collect(int from, int end, IntPredicate condition, List<Range> ranges) {
        var start = -1;
        for (var codePoint = from; codePoint <= end; codePoint++) {
            var isIn = codePoint < end && condition.test(codePoint);
            if (isIn && start < 0) {
                start = codePoint;
            } else if (!isIn && start >= 0) {
                ranges.add(new Range(start, codePoint - 1));
                start = -1;
            }
        }
    }

    /** Both ends are included. */
    record Range(int first, int last) {}
}
