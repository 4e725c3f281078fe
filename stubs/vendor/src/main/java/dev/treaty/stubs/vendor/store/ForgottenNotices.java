package dev.treaty.stubs.vendor.store;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was forgotten, until the clients of the world are told. */
final class ForgottenNotices {

    /** Most worlds that are forgotten are never used again. */
    private static final int MOST_WORLDS = 10_000;

    private static final String EVERYTHING = "everything";

    private final Map<String, Map<String, Long>> worlds = new LinkedHashMap<>();
    private volatile boolean isEmpty = true;

    /** Adds numbers of objects by kind. */
    void add(String world, Map<String, Long> numbers) {
        if (!numbers.isEmpty()) {
            addAll(world, numbers);
        }
    }

    /** Adds that nothing is left of the world. */
    void addEverything(String world) {
        addAll(world, Map.of(EVERYTHING, 1L));
    }

    private synchronized void addAll(String world, Map<String, Long> numbers) {
        var noted = worlds.computeIfAbsent(world, absent -> new TreeMap<>());
        numbers.forEach((kind, number) -> noted.merge(kind, number, Long::sum));
        if (worlds.size() > MOST_WORLDS) {
            worlds.remove(worlds.keySet().iterator().next());
        }
        isEmpty = false;
    }

    /** What was noted since the last time. */
    Optional<String> take(String world) {
        return isEmpty ? Optional.empty() : remove(world);
    }

    private synchronized Optional<String> remove(String world) {
        var noted = worlds.remove(world);
        isEmpty = worlds.isEmpty();
        if (noted == null) {
            return Optional.empty();
        }
        return Optional.of(
                noted.containsKey(EVERYTHING)
                        ? EVERYTHING
                        : noted.entrySet().stream()
                                .map(kind -> kind.getKey() + ": " + kind.getValue())
                                .collect(joining(", ")));
    }
}
