package dev.treaty.pacts.conformance.check;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the document says at each place that an interaction touches. */
public final class Touched {

    private final SortedMap<String, String> byPlace = new TreeMap<>();

    /** Nothing is touched yet. */
    public Touched() {}

    void add(String place, String facts) {
        byPlace.putIfAbsent(place, facts);
    }

    void addAll(Touched other) {
        other.byPlace.forEach(this::add);
    }

    /** By place, e.g. {@code "response 200, status"}. */
    public Map<String, String> byPlace() {
        return Collections.unmodifiableSortedMap(byPlace);
    }
}
