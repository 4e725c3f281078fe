package dev.treaty.stubs.vendor.store;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A file with worlds, in the format of H2's MVStore. To be used by one thread. */
final class WorldFile implements AutoCloseable {

    /** Of a map that every such file has, so that another program's file is not taken for one. */
    private static final String WORLDS = "treaty-worlds";

    private static final String RECORDS = "records/";

    private static final long SMALLEST_TO_COMPACT = 32L << 20;

    /** A world that is only read need not be written because of the time of it. */
    private static final long LAST_USED_PRECISION = 60_000;

    private final Compaction compaction;
    private MVStore store;
    private MVMap<String, byte[]> worlds;

    private WorldFile(Path path, MVStore store, long leastSize) {
        this.store = store;
        worlds = StoreFile.map(store, WORLDS);
        compaction = new Compaction(path, leastSize);
        compact();
    }

    /**
     * Opens a file, or creates it.
     *
     * @throws StoreUnavailable if it is not there to be used
     */
    static WorldFile open(Path path) {
        return open(path, SMALLEST_TO_COMPACT);
    }

    /** @param leastSize in bytes; a smaller file is not compacted */
    static WorldFile open(Path path, long leastSize) {
        var folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw StoreFile.unavailable(
                    "The store's folder does not exist.", path, "create it, or name a file in another one", null);
        }
        if (Files.exists(path) && (!Files.isRegularFile(path) || !Files.isWritable(path))) {
            throw StoreFile.unavailable(
                    "The store is not a file that can be written.", path, "name another file", null);
        }
        var store = StoreFile.open(path);
        if (!store.getMapNames().isEmpty() && !store.hasMap(WORLDS)) {
            store.closeImmediately();
            throw StoreFile.notAStore(path, null);
        }
        return new WorldFile(path, store, leastSize);
    }

    /** The worlds, the one that was unused for longest first, and when each is due. */
    Map<String, Long> worlds() {
        var known = new LinkedHashMap<String, Long>();
        worlds.entrySet().stream()
                .sorted(Comparator.comparingLong(
                        world -> Entry.of(world.getValue()).lastUsed()))
                .forEach(world ->
                        known.put(world.getKey(), Entry.of(world.getValue()).dueAt()));
        return known;
    }

    /** All records of a world. */
    SortedRecords read(String world) {
        var records = new SortedRecords();
        if (store.hasMap(RECORDS + world)) {
            StoreFile.map(store, RECORDS + world).forEach(records::put);
        }
        return records;
    }

    void write(String world, UnitOfWork unit) {
        var records = StoreFile.map(store, RECORDS + world);
        unit.forEachChange((key, value) -> {
            if (value == null) {
                records.remove(key);
            } else {
                records.put(key, value);
            }
        });
        var stored = worlds.get(world);
        var entry = stored == null ? new Entry(Long.MAX_VALUE, 0) : Entry.of(stored);
        var next = new Entry(unit.dueAt().orElse(entry.dueAt()), System.currentTimeMillis());
        if (next.dueAt() != entry.dueAt() || next.lastUsed() - entry.lastUsed() > LAST_USED_PRECISION) {
            worlds.put(world, next.toBytes());
        }
    }

    void remove(String world) {
        worlds.remove(world);
        if (store.hasMap(RECORDS + world)) {
            store.removeMap(RECORDS + world);
        }
    }

    /** Everything that was written is in the file afterwards. */
    void commit() {
        store.commit();
        compact();
    }

    private void compact() {
        compaction.compact(store).ifPresent(compacted -> {
            store = compacted;
            worlds = StoreFile.map(compacted, WORLDS);
        });
    }

    @Override
    public void close() {
        store.close();
    }

    /** What is known about a world without reading it; both in milliseconds since 1970. */
    private record Entry(long dueAt, long lastUsed) {

        static Entry of(byte[] stored) {
            var buffer = ByteBuffer.wrap(stored);
            return new Entry(buffer.getLong(), buffer.getLong());
        }

        byte[] toBytes() {
            return ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(dueAt)
                    .putLong(lastUsed)
                    .array();
        }
    }
}
