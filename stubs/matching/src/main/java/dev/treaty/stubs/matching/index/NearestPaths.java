package dev.treaty.stubs.matching.index;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.Lazy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Finds interactions with a similar path, for a request whose path no interaction has. Looking at all of them would cost more than any
 * response does, so of many only the alphabetical neighbours are taken: they share the longest prefix.
 */
final class NearestPaths {

    private final List<HttpInteraction> all;
    private final Lazy<List<HttpInteraction>> sorted;

    NearestPaths(List<HttpInteraction> interactions) {
        all = List.copyOf(interactions);
        sorted = new Lazy<>(() ->
                all.stream().sorted(Comparator.comparing(NearestPaths::path)).toList());
    }

    /** @param most how many to return; all if there are no more */
    Collection<HttpInteraction> of(String path, int most) {
        if (all.size() <= most) {
            return all;
        }
        var place = place(path);
        var from = Math.max(0, Math.min(place - most / 2, all.size() - most));
        return new ArrayList<>(sorted.get().subList(from, from + most));
    }

    private int place(String path) {
        var from = 0;
        var to = sorted.get().size();
        while (from < to) {
            var middle = (from + to) >>> 1;
            if (path(sorted.get().get(middle)).compareTo(path) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static String path(HttpInteraction interaction) {
        return interaction.expected().getPath();
    }
}
