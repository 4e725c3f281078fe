package dev.treaty.stubs.vendor.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The records of one world, in memory. */
final class SortedRecords implements RecordSource {

    private final Map<String, byte[]> records = new HashMap<>();

    /** Only their order, as far as scans need it: most records are looked for by their key, or replaced. */
    private final NavigableSet<String> keys = new TreeSet<>();

    void put(String key, byte @Nullable [] value) {
        if (value == null) {
            if (records.remove(key) != null) {
                keys.remove(key);
            }
        } else if (records.put(key, value) == null && !key.startsWith(Records.UNSORTED)) {
            keys.add(key);
        }
    }

    @Override
    public byte @Nullable [] get(String key) {
        return records.get(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        var range = keys.subSet(from, true, to, false);
        var ordered = (descending ? range.descendingSet() : range).iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ordered.hasNext();
            }

            @Override
            public Map.Entry<String, byte[]> next() {
                var key = ordered.next();
                return Map.entry(key, Objects.requireNonNull(records.get(key)));
            }
        };
    }
}
