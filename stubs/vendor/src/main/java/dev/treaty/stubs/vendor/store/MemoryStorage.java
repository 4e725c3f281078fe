package dev.treaty.stubs.vendor.store;

import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Records in memory, until the process ends. */
final class MemoryStorage implements RecordStorage {

    private final ConcurrentMap<String, SortedRecords> worlds = new ConcurrentHashMap<>();

    @Override
    public RecordSource open(String world) {
        return worlds.computeIfAbsent(world, absent -> new SortedRecords());
    }

    @Override
    public void write(String world, UnitOfWork unit) {
        worlds.computeIfAbsent(world, absent -> new SortedRecords()).apply(unit);
    }

    @Override
    public void remove(String world) {
        worlds.remove(world);
    }

    @Override
    public void close() {
        worlds.clear();
    }

    /** One world. */
    private static final class SortedRecords implements RecordSource {

        private final NavigableMap<String, byte[]> records = new TreeMap<>();

        void apply(UnitOfWork unit) {
            unit.forEachChange((key, value) -> {
                if (value == null) {
                    records.remove(key);
                } else {
                    records.put(key, value);
                }
            });
        }

        @Override
        public byte @Nullable [] get(String key) {
            return records.get(key);
        }

        @Override
        public Iterator<Map.Entry<String, byte[]>> scan(String from, String to, boolean descending) {
            var range = records.subMap(from, true, to, false);
            return (descending ? range.descendingMap() : range).entrySet().iterator();
        }
    }
}
