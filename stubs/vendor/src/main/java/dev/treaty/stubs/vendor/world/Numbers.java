package dev.treaty.stubs.vendor.world;

import dev.treaty.stubs.vendor.store.Records;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Records that are numbers. */
final class Numbers {

    private final Records records;

    Numbers(Records records) {
        this.records = records;
    }

    /** The number; 0 if there is none. */
    long get(String key) {
        var stored = records.get(key);
        return stored == null ? 0 : read(stored);
    }

    void put(String key, long number) {
        records.put(key, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /** Adds to a number, and returns the sum. */
    long add(String key, long number) {
        var sum = get(key) + number;
        put(key, sum);
        return sum;
    }

    /** All numbers whose keys start with a prefix, by the rest of their keys. */
    Map<String, Long> all(String prefix) {
        var numbers = new TreeMap<String, Long>();
        Iterator<Map.Entry<String, byte[]>> stored = records.scan(prefix, Keys.end(prefix), false);
        stored.forEachRemaining(
                entry -> numbers.put(entry.getKey().substring(prefix.length()), read(entry.getValue())));
        return numbers;
    }

    private static long read(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong();
    }
}
