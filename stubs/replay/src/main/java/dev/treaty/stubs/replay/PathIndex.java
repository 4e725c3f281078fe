package dev.treaty.stubs.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which interactions to ask about a request, so that its cost does not grow with the number of contracts: by method, and
 * by the text that the path must begin with. A lookup costs one probe for each length that such a text has, and there are
 * few. Never changes.
 */
final class PathIndex {

    private final List<HttpReplay> all;
    private final Map<Key, List<HttpReplay>> buckets = new HashMap<>();
    private final int[] prefixLengths;

    private PathIndex(List<HttpReplay> interactions) {
        all = List.copyOf(interactions);
        var lengths = new TreeSet<Integer>();
        for (var interaction : all) {
            var path = interaction.path();
            if (!path.whole()) {
                lengths.add(path.prefix().length());
            }
            buckets.computeIfAbsent(key(interaction), key -> new ArrayList<>(1)).add(interaction);
        }
        prefixLengths = lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /** @param interactions in the order of the contracts */
    static PathIndex of(List<HttpReplay> interactions) {
        return new PathIndex(interactions);
    }

    /** All interactions that could match, and few that cannot; in the order of the contracts. */
    List<HttpReplay> candidates(ReceivedRequest.Understood request) {
        return candidates(request.method(), request.path());
    }

    List<HttpReplay> nearest(ReceivedRequest.Understood request) {
        return candidates(request);
    }

    Stream<HttpReplay> near(String path) {
        return all.stream();
    }

    List<HttpReplay> candidates(String method, String path) {
        var normalMethod = method.toUpperCase(Locale.ROOT);
        // pact-jvm cuts this out of a path before it compares, wherever it stands
        var comparable = path.contains("://") ? path.replaceFirst("https*://([^/]*)", "") : path;
        var found = buckets.getOrDefault(new Key(normalMethod, comparable, true), List.of());
        for (var length : prefixLengths) {
            if (length > comparable.length()) {
                break;
            }
            found = merged(
                    found,
                    buckets.getOrDefault(new Key(normalMethod, comparable.substring(0, length), false), List.of()));
        }
        return found;
    }

    private static List<HttpReplay> merged(List<HttpReplay> some, List<HttpReplay> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparingLong(
                        interaction -> interaction.origin().order()))
                .toList();
    }

    private static Key key(HttpReplay interaction) {
        return new Key(
                interaction.expected().getMethod().toUpperCase(Locale.ROOT),
                interaction.path().prefix(),
                interaction.path().whole());
    }

    private record Key(String method, String prefix, boolean whole) {}
}
