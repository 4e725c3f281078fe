package dev.treaty.stubs.vendor.store;

import dev.treaty.stubs.http.provider.StateHolder;
import dev.treaty.stubs.http.provider.StateMemory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Worlds that only this process uses. */
final class LocalStore implements WorldStore, StateHolder {

    private static final Logger LOG = LoggerFactory.getLogger(LocalStore.class);

    /** An account that was just used can still be the heaviest, if it is large. */
    private static final double LEAST_IDLE_SECONDS = 1;

    /** So much that it is not looked for often, and so little that no request waits long for it. */
    private static final long MOST_GIVEN_AT_ONCE = 1 << 20;

    private static final int LEAST_PARTS_GIVEN = 16;

    private final RecordStorage storage;
    private final int limit;
    private final StateMemory memory;
    private final WorldTrimming trimming;
    private final ForgottenNotices notices = new ForgottenNotices();
    private final ConcurrentMap<String, WorldPlace> places = new ConcurrentHashMap<>();
    private final DueIndex due = new DueIndex();
    private final AtomicLong forgotten = new AtomicLong();

    /**
     * Worlds that a storage has.
     *
     * @param limit how many worlds are kept; beyond it, the one that was unused for longest is forgotten, which the log says
     * @param known the worlds that are there already, the one that was unused for longest first, and when each is due
     * @param memory that the worlds take
     * @param trimming what is forgotten of a world that takes too much of it
     */
    LocalStore(RecordStorage storage, int limit, Map<String, Long> known, StateMemory memory, WorldTrimming trimming) {
        this.storage = storage;
        this.limit = limit;
        this.memory = memory;
        this.trimming = trimming;
        known.forEach((world, dueAt) -> {
            var place = new WorldPlace(world);
            setDue(place, dueAt);
            places.put(world, place);
        });
        memory.join(this);
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
                notices.add(world, unit.forgotten());
            }
            return result;
        } finally {
            try {
                makeRoom(place);
            } finally {
                place.leave();
            }
            forgetOldest();
        }
    }

    private void makeRoom(WorldPlace place) {
        count(place);
        memory.makeRoom();
        if (place.takeGivesWay()) {
            giveWay(place);
        }
    }

    private void count(WorldPlace place) {
        var bytes = storage.bytes(place.world());
        memory.use(bytes - place.bytes());
        place.setBytes(bytes);
    }

    @Override
    public double weight() {
        return heaviest().map(LocalStore::weight).orElse(0.0);
    }

    /** What is large gives way, and what was unused for long. */
    private static double weight(WorldPlace place) {
        var idle = (System.nanoTime() - place.lastUsed()) / (double) TimeUnit.SECONDS.toNanos(1);
        return place.bytes() * (idle + LEAST_IDLE_SECONDS);
    }

    private Optional<WorldPlace> heaviest() {
        return places.values().stream()
                .filter(place -> place.bytes() > 0)
                .max(Comparator.comparingDouble(LocalStore::weight));
    }

    @Override
    public boolean giveWay() {
        return (storage.isDurable() && unload()) || forgetSome();
    }

    /** Gives back the memory of the world that was unused for longest; false if there is no other than the one in use. */
    private boolean unload() {
        var unused = places.values().stream()
                .filter(place -> place.bytes() > 0 && !place.isEnteredByThisThread())
                .min(Comparator.comparingLong(WorldPlace::lastUsed));
        if (unused.isEmpty() || !unused.get().tryEnter()) {
            return false;
        }
        try {
            storage.unload(unused.get().world());
            count(unused.get());
            return true;
        } finally {
            unused.get().leaveUnused();
        }
    }

    private boolean forgetSome() {
        var heaviest = heaviest().orElse(null);
        if (heaviest == null) {
            return false;
        }
        if (heaviest.isEnteredByThisThread()) {
            giveWay(heaviest);
            return true;
        }
        if (!heaviest.tryEnter()) {
            heaviest.askToGiveWay();
            return false;
        }
        try {
            giveWay(heaviest);
            return true;
        } catch (StoreUnavailable e) {
            // not the fault of whoever needs the memory
            LOG.warn("{} could not give way: {}", heaviest.world(), e.getMessage());
            return false;
        } finally {
            heaviest.leaveUnused();
        }
    }

    /** To be called by whoever is in the world. */
    private void giveWay(WorldPlace place) {
        var before = place.bytes();
        if (before > mostGivenAtOnce()) {
            trim(place);
        }
        if (place.bytes() == before && before > 0) {
            forget(place);
            forgotten.incrementAndGet();
            notices.addEverything(place.world());
            LOG.warn(
                    "Forgot everything in {}, because the state of all accounts may take {} bytes only",
                    place.world(),
                    memory.limit());
        }
    }

    private long mostGivenAtOnce() {
        return Math.min(MOST_GIVEN_AT_ONCE, memory.limit() / LEAST_PARTS_GIVEN);
    }

    private void trim(WorldPlace place) {
        var world = place.world();
        var unit = new UnitOfWork(storage.open(world));
        trimming.trim(unit, storage.bytesByKind(world), mostGivenAtOnce());
        if (!unit.isEmpty()) {
            storage.write(world, unit);
            notices.add(world, unit.forgotten());
            count(place);
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
        count(place);
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
                notices.addEverything(oldest.get().world());
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
    public Optional<String> takeForgotten(String world) {
        return notices.take(world);
    }

    @Override
    public long bytes(String world) {
        var place = places.get(world);
        return place == null ? 0 : place.bytes();
    }

    @Override
    public long forgotten() {
        return forgotten.get();
    }

    @Override
    public void close() {
        storage.close();
        memory.leave(this);
        places.values().forEach(place -> memory.use(-place.bytes()));
    }
}
