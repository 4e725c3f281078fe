package dev.treaty.stubs.vendor.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Worlds that only this process uses. */
final class LocalStore implements WorldStore {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    private final RecordStorage storage;
    private final int limit;
    private final ConcurrentMap<String, WorldPlace> places = new ConcurrentHashMap<>();
    private final DueIndex due = new DueIndex();
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * Worlds that a storage has.
     *
     * @param limit how many worlds are kept; beyond it, the one that was unused for longest is forgotten, which the log says
     * @param known the worlds that are there already, the one that was unused for longest first, and when each is due
     */
    LocalStore(RecordStorage storage, int limit, Map<String, Long> known) {
        this.storage = storage;
        this.limit = limit;
        known.forEach((world, dueAt) -> {
            var place = new WorldPlace(world);
            setDue(place, dueAt);
            places.put(world, place);
        });
    }

    @Override
    public <T> T inWorld(String world, Function<Records, T> work) {
        var place = enter(world);
        try {
            var unit = new UnitOfWork(storage.open(world));
            var result = work.apply(unit);
            if (!unit.isEmpty()) {
                storage.write(world, unit);
                unit.dueAt().ifPresent(time -> setDue(place, time));
            }
            return result;
        } finally {
            place.leave();
            forgetOldest();
        }
    }

    private WorldPlace enter(String world) {
        while (true) {
            var place = places.computeIfAbsent(world, WorldPlace::new);
            if (place.enter()) {
                return place;
            }
        }
    }

    private void setDue(WorldPlace place, long epochMillis) {
        due.move(place.world(), place.dueAt(), epochMillis);
        place.setDueAt(epochMillis);
    }

    @Override
    public List<String> due(String prefix, long epochMillis) {
        return due.until(prefix, epochMillis);
    }

    @Override
    public void remove(String world) {
        var place = enter(world);
        try {
            forget(place);
        } finally {
            place.leave();
        }
    }

    /** To be called by whoever is in the world. */
    private void forget(WorldPlace place) {
        storage.remove(place.world());
        setDue(place, Long.MAX_VALUE);
        place.forget();
        places.remove(place.world(), place);
    }

    private void forgetOldest() {
        while (places.size() > limit) {
            var oldest = places.values().stream().min(Comparator.comparingLong(WorldPlace::lastUsed));
            if (oldest.isEmpty() || !oldest.get().tryEnter()) {
                return; // it is in use; the next unit of work sees to it
            }
            try {
                forget(oldest.get());
                forgotten.incrementAndGet();
                LOG.warn(
                        "Forgot everything in {}, because only {} accounts are kept",
                        oldest.get().world(),
                        limit);
            } finally {
                oldest.get().leave();
            }
        }
    }

    @Override
    public long forgotten() {
        return forgotten.get();
    }

    @Override
    public void close() {
        storage.close();
    }
}
