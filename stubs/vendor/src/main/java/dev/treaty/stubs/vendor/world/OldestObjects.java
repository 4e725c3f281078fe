package dev.treaty.stubs.vendor.world;

import dev.treaty.stubs.vendor.store.Records;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Forgets the oldest objects of a world that takes too much memory: always of the kind that takes most, so that what a client set up first,
 * such as its webhook endpoints, outlasts what it creates in a loop.
 */
public final class OldestObjects {

    /** In so many parts a unit of work forgets what it has to, if two kinds are as large as each other. */
    private static final int PARTS = 8;

    private OldestObjects() {}

    /** Forgets objects, see {@link dev.treaty.stubs.vendor.store.WorldTrimming}. */
    public static void forget(Records records, Map<String, Long> bytesByKind, long bytes) {
        var numbers = new Numbers(records);
        var sequence = new Sequence(numbers);
        var left = new HashMap<>(bytesByKind);
        for (var forgotten = 0L; forgotten < bytes && !left.isEmpty(); ) {
            var largest = largest(left);
            var definition = records.get(Keys.kind(largest));
            var size = definition == null
                    ? 0
                    : new ObjectTable(records, sequence, numbers, ObjectKind.of(largest, definition))
                            .forgetOldest(
                                    atOnce(left, bytes, bytes - forgotten),
                                    "the state of all accounts needs more memory than it may have");
            forgotten += size;
            if (size == 0) {
                left.remove(largest);
            } else {
                left.merge(largest, -size, Long::sum);
            }
        }
    }

    /**
     * How much of the largest kind is forgotten before the kinds are compared again: so much that it is no longer the largest, or a part
     * of what is to be forgotten, because each search for the oldest starts from the beginning, through what was just forgotten.
     */
    private static long atOnce(Map<String, Long> left, long bytes, long most) {
        var two = left.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .toList();
        var lead = two.get(0) - (two.size() > 1 ? two.get(1) : 0);
        return Math.min(most, Math.max(lead, bytes / PARTS));
    }

    private static String largest(Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
