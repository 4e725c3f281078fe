package dev.treaty.stubs.vendor.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps worlds in memory, until the server stops. */
public final class MemoryStore implements WorldStore {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryStore.class);

    private final int limit;
    private final ConcurrentHashMap<String, Kept> worlds = new ConcurrentHashMap<>();

    /** @param limit how many worlds are kept; beyond it, the one that was unused for longest is forgotten, which the log says */
    public MemoryStore(int limit) {
        this.limit = limit;
    }

    @Override
    public <T> T inWorld(String world, Function<Records, T> work) {
        var kept = worlds.computeIfAbsent(world, name -> new Kept());
        kept.lock.lock();
        try {
            kept.lastUsed = System.nanoTime();
            var unit = new UnitOfWork(kept);
            var result = work.apply(unit);
            kept.apply(unit);
            return result;
        } finally {
            kept.lock.unlock();
            forgetOldest();
        }
    }

    @Override
    public List<String> due(String prefix, long epochMillis) {
        var due = new ArrayList<String>();
        worlds.forEach((name, kept) -> {
            if (kept.dueAt <= epochMillis && name.startsWith(prefix)) {
                due.add(name);
            }
        });
        return due;
    }

    @Override
    public void remove(String world) {
        worlds.remove(world);
    }

    @Override
    public void close() {
        worlds.clear();
    }

    private void forgetOldest() {
        while (worlds.size() > limit) {
            worlds.entrySet().stream()
                    .min(Comparator.comparingLong(world -> world.getValue().lastUsed))
                    .ifPresent(oldest -> {
                        if (worlds.remove(oldest.getKey(), oldest.getValue())) {
                            LOG.warn(
                                    "Forgot the state of {}, because only {} accounts are kept",
                                    oldest.getKey(),
                                    limit);
                        }
                    });
        }
    }

    /** One world. */
    private static final class Kept implements RecordSource {

        private final ReentrantLock lock = new ReentrantLock(true);
        private final NavigableMap<String, byte[]> records = new TreeMap<>();
        private volatile long dueAt = Long.MAX_VALUE;
        private volatile long lastUsed;

        void apply(UnitOfWork unit) {
            unit.forEachChange((key, value) -> {
                if (value == null) {
                    records.remove(key);
                } else {
                    records.put(key, value);
                }
            });
            unit.dueAt().ifPresent(time -> dueAt = time);
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
