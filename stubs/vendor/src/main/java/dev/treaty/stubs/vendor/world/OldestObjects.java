package dev.treaty.stubs.vendor.world;

import dev.treaty.stubs.vendor.store.Records;
import java.util.HashMap;
import java.util.Map;

/**
 * Forgets the oldest objects of a world that takes too much memory: always of the kind that takes most, so that what a client set up first,
 * such as its webhook endpoints, outlasts what it creates in a loop.
 */
public final class OldestObjects {

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
                            .forgetOldest(1, "the state of all accounts needs more memory than it may have");
            forgotten += size;
            if (size == 0) {
                left.remove(largest);
            } else {
                left.merge(largest, (long) -size, Long::sum);
            }
        }
    }

    private static String largest(Map<String, Long> bytes) {
        return bytes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
