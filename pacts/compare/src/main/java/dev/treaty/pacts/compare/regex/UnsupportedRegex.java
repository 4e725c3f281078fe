package dev.treaty.pacts.compare.regex;

/** A regex that is not turned into an automaton, because the automaton would not accept exactly the same texts, or would be too large. */
final class UnsupportedRegex extends RuntimeException {

    UnsupportedRegex(String reason) {
        super(reason, null, false, false);
    }
}
