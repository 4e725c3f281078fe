package dev.treaty.stubs.vendor.world;

import dev.treaty.stubs.vendor.store.Records;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records that count how often they are used: each read, each write, and each step of a scan. */
final class CountingRecords implements Records {

    private final NavigableMap<String, byte[]> records = new TreeMap<>();
    private final List<String> forgotten = new ArrayList<>();
    private long operations;
    private long dueAt = Long.MAX_VALUE;

    /** How many operations there were since the last call. */
    long takeOperations() {
        var count = operations;
        operations = 0;
        return count;
    }

    long dueAt() {
        return dueAt;
    }

    int size() {
        return records.size();
    }

    @Override
    public byte @Nullable [] get(String key) {
        operations++;
        return records.get(key);
    }

    @Override
    public void put(String key, byte[] value) {
        operations++;
        records.put(key, value);
    }

    @Override
    public void remove(String key) {
        operations++;
        records.remove(key);
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
        var range = records.subMap(from, true, to, false);
        var entries = (descending ? range.descendingMap() : range).entrySet().iterator();
        operations++;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Map.Entry<String, byte[]> next() {
                operations++;
                return entries.next();
            }
        };
    }

    @Override
    public void noteForgotten(String kind) {
        forgotten.add(kind);
    }

    /** The kinds of the objects that were forgotten, in the order of time. */
    List<String> forgotten() {
        return forgotten;
    }

    @Override
    public void discard() {
        throw new UnsupportedOperationException("These records are written at once");
    }

    @Override
    public void dueAt(long epochMillis) {
        dueAt = epochMillis;
    }
}
