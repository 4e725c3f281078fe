package dev.treaty.stubs.vendor.store;

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
    public void remove(String world) {
        worlds.remove(world);
    }

    @Override
    public void close() {
        worlds.clear();
    }
}
