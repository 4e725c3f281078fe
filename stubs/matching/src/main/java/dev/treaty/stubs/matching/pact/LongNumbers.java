package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.IHttpPart;

/**
 * Refuses JSON with a number of so many digits that Java would take long to read it: the time grows with the square of their number, so that
 * a million takes several seconds, and no thread that reads a number can be stopped.
 */
final class LongNumbers {

    /** As many as a number in a pact file may have. */
    private static final int MOST_DIGITS = 10_000;

    private LongNumbers() {}

    /** @throws IllegalArgumentException if pact-jvm would read the body as JSON and it has such a number */
    static void requireNone(IHttpPart part) {
        var bytes = part.getBody().orEmpty();
        if (bytes.length > MOST_DIGITS
                && mayHaveOne(bytes)
                && hasOne(bytes)
                && part.determineContentType().isJson()) {
            throw new IllegalArgumentException("it has a number of more than %d digits".formatted(MOST_DIGITS));
        }
    }

    /** Looks at few bytes only, since a long number goes past one of them. */
    private static boolean mayHaveOne(byte[] bytes) {
        for (var at = MOST_DIGITS; at < bytes.length; at += MOST_DIGITS) {
            if (isDigit(bytes[at]) && digitsAround(bytes, at) > MOST_DIGITS) {
                return true;
            }
        }
        return false;
    }

    private static int digitsAround(byte[] bytes, int at) {
        var start = at;
        while (start > 0 && isDigit(bytes[start - 1])) {
            start--;
        }
        var end = at;
        while (end < bytes.length && isDigit(bytes[end])) {
            end++;
        }
        return end - start;
    }

    /** Whether there is one outside a text. */
    private static boolean hasOne(byte[] json) {
        var digits = 0;
        var inText = false;
        for (var at = 0; at < json.length && digits <= MOST_DIGITS; at++) {
            var letter = json[at];
            if (letter == '"') {
                inText = !inText;
            } else if (inText) {
                at += letter == '\\' ? 1 : 0;
            }
            digits = isDigit(letter) && !inText ? digits + 1 : 0;
        }
        return digits > MOST_DIGITS;
    }

    private static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
