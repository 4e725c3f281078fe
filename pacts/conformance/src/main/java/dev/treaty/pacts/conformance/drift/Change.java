package dev.treaty.pacts.conformance.drift;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * What a vendor's newer document says otherwise at a place that contracts touch.
 *
 * @param place e.g. {@code "response 200, status"}
 * @param before what the document said, e.g. {@code "string"}
 * @param after what it says now; {@link #NOTHING} if it says nothing there any more
 * @param breaks whether an interaction contradicts the newer document there, and did not contradict the older one
 * @param interactions that touch the place, each as {@code consumer: description}
 */
public record Change(String place, String before, String after, boolean breaks, List<String> interactions) {

    /** There is no such field, parameter, response or operation. */
    public static final String NOTHING = "nothing";

    /** Copies and sorts the interactions. */
    public Change {
        interactions = List.copyOf(new TreeSet<>(interactions));
    }

    static Change of(Key key, Collection<String> interactions) {
        return new Change(key.place, key.before, key.after, key.breaks, List.copyOf(interactions));
    }

    /** What is the same for all interactions that touch it. */
    record Key(String place, String before, String after, boolean breaks) {}
}
