package dev.treaty.stubs.matching.pact;

import java.util.function.IntToDoubleFunction;

/**
 * An upper bound for the steps that {@link java.util.regex.Pattern} takes to match a whole text, from the regex alone: in how many ways its
 * repetitions and alternatives can divide a text of some length, each way as long as what the regex repeats a fixed number of times. It is
 * never too small, but often far too large, e.g. for alternatives that exclude each other.
 */
final class BacktrackingBound {

    /** Steps that take a few milliseconds at most. */
    static final int CHEAP = 1_000_000;

    /** Longer than what a request can have. */
    static final int LONGEST = 1 << 24;

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final String regex;
    private int next;
    private int fixedLength;
    private boolean refersBack;

    private BacktrackingBound(String regex) {
        this.regex = regex;
        fixedLength = regex.length();
    }

    /** The longest text, in characters, that is certainly matched in {@value #CHEAP} steps; 16 Mi if every text is. */
    static int longestCheapText(String regex) {
        var bound = new BacktrackingBound(regex);
        try {
            return bound.longestCheapText(bound.alternatives());
        } catch (StringIndexOutOfBoundsException e) {
            return 0; // not a regex, or in a syntax that is not understood here
        }
    }

    private int longestCheapText(IntToDoubleFunction ways) {
        if (next < regex.length()) {
            return 0;
        }
        var cheap = 0;
        for (var step = LONGEST; step > 0; step /= 2) {
            cheap += cheap + step <= LONGEST && steps(ways, cheap + step) <= CHEAP ? step : 0;
        }
        return cheap;
    }

    private double steps(IntToDoubleFunction ways, int length) {
        return ways.applyAsDouble(length) * (1.0 + Math.min(fixedLength, length)) * (refersBack ? length : 1);
    }

    private IntToDoubleFunction alternatives() {
        var all = sequence();
        while (next < regex.length() && regex.charAt(next) == '|') {
            next++;
            var one = all;
            var another = sequence();
            all = length -> one.applyAsDouble(length) + another.applyAsDouble(length);
        }
        return all;
    }

    private IntToDoubleFunction sequence() {
        IntToDoubleFunction all = length -> 1;
        while (next < regex.length() && regex.charAt(next) != '|' && regex.charAt(next) != ')') {
            var one = all;
            var another = repeated(atom());
            all = length -> one.applyAsDouble(length) * another.applyAsDouble(length);
        }
        return all;
    }

    private IntToDoubleFunction repeated(IntToDoubleFunction atom) {
        var result = atom;
        while (next < regex.length() && "*+?{".indexOf(regex.charAt(next)) >= 0) {
            result = repeatedOnce(result);
        }
        return result;
    }

    private IntToDoubleFunction repeatedOnce(IntToDoubleFunction atom) {
        var quantifier = regex.charAt(next++);
        if (quantifier != '{') {
            return ways(atom, quantifier == '+' ? 1 : 0, quantifier == '?' ? 1 : UNBOUNDED);
        }
        var end = regex.indexOf('}', next);
        var range = regex.substring(next, end).split(",", -1);
        next = end + 1;
        var least = number(range[0]);
        fixedLength += least;
        return ways(atom, least, range.length == 1 ? least : range[1].isBlank() ? UNBOUNDED : number(range[1]));
    }

    /** A number that is not one, or too large, is as bad as it can be. */
    private static int number(String digits) {
        return digits.strip().matches("[0-9]{1,7}") ? Integer.parseInt(digits.strip()) : LONGEST;
    }

    /** An empty text is repeated at most once, so there are at most as many repetitions as characters. */
    private IntToDoubleFunction ways(IntToDoubleFunction atom, int least, int most) {
        return length -> {
            var ways = atom.applyAsDouble(length);
            var repetitions = Math.min(most, length);
            return ways <= 1 ? Math.max(1.0, repetitions - least + 1.0) : 2 * Math.pow(ways, Math.max(1, repetitions));
        };
    }

    private IntToDoubleFunction atom() {
        var c = regex.charAt(next++);
        return switch (c) {
            case '(' -> group();
            case '[' -> {
                skipClass();
                yield length -> 1;
            }
            case '\\' -> escape();
            default -> length -> 1;
        };
    }

    private IntToDoubleFunction group() {
        if (next < regex.length() && regex.charAt(next) == '?') {
            next++;
            if (isFlagsOnly()) {
                return length -> 1;
            }
        }
        var inner = alternatives();
        if (regex.charAt(next++) != ')') {
            throw new StringIndexOutOfBoundsException(next);
        }
        return inner;
    }

    /** Reads what is between the question mark and the regex of a group; whether there is no such regex. */
    private boolean isFlagsOnly() {
        var isNamed = regex.startsWith("<", next) && !regex.startsWith("<=", next) && !regex.startsWith("<!", next);
        if (isNamed) {
            next = regex.indexOf('>', next) + 1;
            return false;
        }
        while (":=!>)".indexOf(regex.charAt(next)) < 0) {
            if (regex.charAt(next) == 'x') {
                throw new StringIndexOutOfBoundsException(next); // white space and comments mean nothing
            }
            next++;
        }
        return regex.charAt(next++) == ')';
    }

    private void skipClass() {
        next += regex.charAt(next) == '^' ? 1 : 0;
        next += regex.charAt(next) == ']' ? 1 : 0;
        while (regex.charAt(next) != ']') {
            var c = regex.charAt(next++);
            if (c == '[') {
                skipClass();
            } else if (c == '\\') {
                escape();
            }
        }
        next++;
    }

    private IntToDoubleFunction escape() {
        var c = regex.charAt(next++);
        if (c == 'Q') {
            var end = regex.indexOf("\\E", next);
            next = end < 0 ? regex.length() : end + 2;
        } else if (c == 'k' || (c >= '1' && c <= '9')) {
            refersBack = true;
            next = c == 'k' ? regex.indexOf('>', next) + 1 : next;
        } else if ("pPxNb".indexOf(c) >= 0 && regex.startsWith("{", next)) {
            next = regex.indexOf('}', next) + 1;
        }
        return length -> c == 'R' ? 2 : 1;
    }
}
