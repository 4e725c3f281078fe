package dev.treaty.stubs.stripe.request;

/** How alike two names are. */
final class Similarity {

    private Similarity() {}

    /** How many letters have to be changed, added or removed (Levenshtein). */
    static int distance(String one, String other) {
        var previous = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var current = new int[other.length() + 1];
            current[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var substitution = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
