package dev.treaty.stubs.page.source;

import dev.treaty.pacts.html.Badge;

/** What came of a request. */
public enum Outcome {
    /** An interaction answered. */
    MATCH("match", Badge.GOOD),
    /** A provider's replay answered from its state. */
    REPLAY("replay", Badge.GOOD),
    /** A mapping answered that was added while the server ran. */
    MAPPING("mapping", Badge.CAREFUL),
    /** A fault that was asked for answered, or broke the connection. */
    FAULT("fault", Badge.CAREFUL),
    /** A limit of the server was reached, or what was asked for cannot be sent; nobody knows what would have answered. */
    REFUSED("refused", Badge.BAD),
    /** Nothing answered. */
    MISS("miss", Badge.BAD);

    private final String word;
    private final Badge badge;

    Outcome(String word, Badge badge) {
        this.word = word;
        this.badge = badge;
    }

    /** E.g. {@code "match"}. */
    public String word() {
        return word;
    }

    /** How it is shown. */
    public Badge badge() {
        return badge;
    }
}
