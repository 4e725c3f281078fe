package dev.treaty.stubs.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Interactions by their path, for a request whose path none has. A look at all of them would cost more than any answer does, so
 * of many only those are taken that stand nearest in the order of the alphabet: they have the longest beginning in common.
 */
final class Neighbours {

    private final List<HttpReplay> all;
    private final Lazy<List<HttpReplay>> sorted;

    Neighbours(List<HttpReplay> interactions) {
        all = List.copyOf(interactions);
        sorted = new Lazy<>(() ->
                all.stream().sorted(Comparator.comparing(Neighbours::path)).toList());
    }

    /** @param most how many it gives; all if there are no more */
    Collection<HttpReplay> of(String path, int most) {
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

    private static String path(HttpReplay interaction) {
        return interaction.expected().getPath();
    }
}
