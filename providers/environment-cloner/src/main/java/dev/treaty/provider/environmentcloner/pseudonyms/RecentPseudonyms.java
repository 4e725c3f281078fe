package dev.treaty.provider.environmentcloner.pseudonyms;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms that were made last, in a table of fixed size: a guest's name and e-mail address stand in many rows, mostly close to one another, and
 * a hash for each costs more than all the rest. Not for use by several threads.
 */
public final class RecentPseudonyms {

    private static final int SIZE = 1 << 12;

    /** Longer texts hardly come again, and would take memory. */
    private static final int LONGEST = 100;

    private final String[] originals = new String[SIZE];
    private final String[] pseudonyms = new String[SIZE];
    private final Domain[] domains = new Domain[SIZE];

    /** None yet. */
    public RecentPseudonyms() {
        Arrays.fill(originals, "");
    }

    /** The pseudonym of a value, if it was made recently. */
    public @Nullable String find(Domain domain, String value) {
        var index = index(value);
        return domains[index] == domain && originals[index].equals(value) ? pseudonyms[index] : null;
    }

    /** Keeps a pseudonym until another one needs its place. */
    public void add(Domain domain, String value, String pseudonym) {
        if (value.length() <= LONGEST) {
            var index = index(value);
            domains[index] = domain;
            originals[index] = value;
            pseudonyms[index] = pseudonym;
        }
    }

    private static int index(String value) {
        var hash = value.hashCode();
        return (hash ^ (hash >>> Short.SIZE)) & (SIZE - 1);
    }
}
