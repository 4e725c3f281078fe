package dev.treaty.stubs.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which interactions to ask about a request, so that its cost does not grow with the number of contracts: by method, and
 * by the text that the path must begin with. A lookup costs one probe for each length that such a text has, and there are
 * few. May be changed while it is read.
 */
final class PathIndex {

    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();
    private final Set<Integer> prefixLengths = new ConcurrentSkipListSet<>();

    void add(HttpReplay interaction) {
        var path = interaction.path();
        if (!path.whole()) {
            prefixLengths.add(path.prefix().length());
        }
        buckets.computeIfAbsent(key(interaction), key -> new Bucket()).add(interaction);
    }

    void remove(HttpReplay interaction) {
        buckets.computeIfPresent(key(interaction), (key, bucket) -> bucket.without(interaction));
    }

    /**
     * All interactions that could match, and few that cannot.
     *
     * @param path as the client sent it, still encoded
     * @return in the order of the contracts
     */
    List<HttpReplay> candidates(String method, String path) {
        var normalMethod = method.toUpperCase(Locale.ROOT);
        // pact-jvm cuts this out of a path before it compares, wherever it stands
        var comparable = path.replaceFirst("https*://([^/]*)", "");
        var found = new ArrayList<HttpReplay>();
        collect(new Key(normalMethod, comparable, true), found);
        for (var length : prefixLengths) {
            if (length > comparable.length()) {
                break;
            }
            collect(new Key(normalMethod, comparable.substring(0, length), false), found);
        }
        found.sort(Comparator.comparingInt(interaction -> interaction.origin().order()));
        return found;
    }

    Stream<HttpReplay> all() {
        return buckets.values().stream().flatMap(Bucket::interactions);
    }

    private void collect(Key key, List<HttpReplay> found) {
        var bucket = buckets.get(key);
        if (bucket != null) {
            bucket.interactions().forEach(found::add);
        }
    }

    private static Key key(HttpReplay interaction) {
        return new Key(
                interaction.expected().getMethod().toUpperCase(Locale.ROOT),
                interaction.path().prefix(),
                interaction.path().whole());
    }

    private record Key(String method, String prefix, boolean whole) {}

    private record Bucket(Map<Integer, HttpReplay> byOrder) {

        Bucket() {
            this(new ConcurrentSkipListMap<>());
        }

        void add(HttpReplay interaction) {
            byOrder.put(interaction.origin().order(), interaction);
        }

        @Nullable
        Bucket without(HttpReplay interaction) {
            byOrder.remove(interaction.origin().order());
            return byOrder.isEmpty() ? null : this;
        }

        Stream<HttpReplay> interactions() {
            return byOrder.values().stream();
        }
    }
}
