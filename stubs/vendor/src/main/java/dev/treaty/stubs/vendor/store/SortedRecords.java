package dev.treaty.stubs.vendor.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The records of one world, in memory. */
final class SortedRecords implements RecordSource {

    /** So many that no request waits long while they are sorted. */
    private static final int MOST_ADDED = 1_024;

    /** What the entries of maps and lists take beside a key and a value, about. */
    private static final int BYTES_OF_ENTRY = 128;

    private final Map<String, byte[]> records = new HashMap<>();

    private final Map<String, Long> bytesByKind = new HashMap<>();
    private long bytes;

    /** Only their order, as far as scans need it: most records are looked for by their key, or replaced. */
    private final NavigableSet<String> keys = new TreeSet<>();

    /** Keys that are not among the others yet: it costs a fraction to add many in their order, because neighbours are in the processor's cache. */
    private final List<String> added = new ArrayList<>();

    void put(String key, byte @Nullable [] value) {
        var previous = value == null ? records.remove(key) : records.put(key, value);
        count(key, size(key, value) - size(key, previous));
        if (value == null) {
            if (previous != null) {
                sortAdded();
                keys.remove(key);
            }
        } else if (previous == null && !key.startsWith(Records.UNSORTED)) {
            added.add(key);
            if (added.size() == MOST_ADDED) {
                sortAdded();
            }
        }
    }

    private static long size(String key, byte @Nullable [] value) {
        return value == null ? 0 : BYTES_OF_ENTRY + key.length() + value.length;
    }

    private void count(String key, long difference) {
        bytes += difference;
        if (difference != 0 && key.startsWith(Records.UNSORTED)) {
            var end = key.indexOf('/', Records.UNSORTED.length());
            var kind = key.substring(Records.UNSORTED.length(), end < 0 ? key.length() : end);
            bytesByKind.merge(kind, difference, Long::sum);
        }
    }

    /** What they take in memory, about. */
    long bytes() {
        return bytes;
    }

    /** What the objects of each kind take, about. */
    Map<String, Long> bytesByKind() {
        return Map.copyOf(bytesByKind);
    }

    private void sortAdded() {
        added.sort(null);
        keys.addAll(added);
        added.clear();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return records.get(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        sortAdded();
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
