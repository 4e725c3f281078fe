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

    private final Map<String, byte[]> records = new HashMap<>();

    /** Only their order, as far as scans need it: most records are looked for by their key, or replaced. */
    private final NavigableSet<String> keys = new TreeSet<>();

    /** Keys that are not among the others yet: it costs a fraction to add many in their order, because neighbours are in the processor's cache. */
    private final List<String> added = new ArrayList<>();

    void put(String key, byte @Nullable [] value) {
        if (value == null) {
            if (records.remove(key) != null) {
                sortAdded();
                keys.remove(key);
            }
        } else if (records.put(key, value) == null && !key.startsWith(Records.UNSORTED)) {
            added.add(key);
            if (added.size() == MOST_ADDED) {
                sortAdded();
            }
        }
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
