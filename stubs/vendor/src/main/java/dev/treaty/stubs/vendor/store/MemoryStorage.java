package dev.treaty.stubs.vendor.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Records in memory, until the process ends. */
final class MemoryStorage implements RecordStorage {

    private final ConcurrentMap<String, SortedRecords> worlds = new ConcurrentHashMap<>();

    @Override
    public RecordSource open(String world) {
        return worlds.computeIfAbsent(world, absent -> new SortedRecords());
    }

    @Override
    public void write(String world, UnitOfWork unit) {
        unit.forEachChange(worlds.computeIfAbsent(world, absent -> new SortedRecords())::put);
    }

    @Override
    public long bytes(String world) {
        var records = worlds.get(world);
        return records == null ? 0 : records.bytes();
    }

    @Override
    public Map<String, Long> bytesByKind(String world) {
        var records = worlds.get(world);
        return records == null ? Map.of() : records.bytesByKind();
    }

    @Override
    public boolean isDurable() {
        return false;
    }

    @Override
    public void unload(String world) {
        remove(world);
    }

    @Override
    public void remove(String world) {
        worlds.remove(world);
    }

    @Override
    public void close() {
        worlds.clear();
    }
}
