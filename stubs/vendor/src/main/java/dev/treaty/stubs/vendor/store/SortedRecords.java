package dev.treaty.stubs.vendor.store;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The records of one world, in memory. */
final class SortedRecords implements RecordSource {

    private final NavigableMap<String, byte[]> records = new TreeMap<>();

    /** The same again, because most records are looked for by their key, and many of those do not exist. */
    private final Map<String, byte[]> byKey = new HashMap<>();

    void put(String key, byte @Nullable [] value) {
        if (value == null) {
            if (byKey.remove(key) != null) {
                records.remove(key);
            }
        } else {
            byKey.put(key, value);
            records.put(key, value);
        }
    }

    @Override
    public byte @Nullable [] get(String key) {
        return byKey.get(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        var range = records.subMap(from, true, to, false);
        return (descending ? range.descendingMap() : range).entrySet().iterator();
    }
}
