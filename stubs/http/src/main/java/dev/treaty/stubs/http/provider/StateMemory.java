package dev.treaty.stubs.http.provider;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** How much of the heap the state of all replays may take together. When it is used up, the heaviest holder gives way. */
public final class StateMemory {

    /** Requests may take a third of the heap, and the journal a sixteenth. */
    private static final int SHARE_OF_HEAP = 4;

    /** More than a request can add; what is left over is for the next request to see to. */
    private static final int MOST_AT_ONCE = 256;

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final List<StateHolder> holders = new CopyOnWriteArrayList<>();
    private final ReentrantLock makingRoom = new ReentrantLock();

    /**
     * Memory for state.
     *
     * @param limit in bytes, at least 1
     */
    public StateMemory(long limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be positive, not " + limit);
        }
        this.limit = limit;
    }

    /** A quarter of what the heap may become. */
    public static StateMemory shareOfHeap() {
        return new StateMemory(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /** In bytes. */
    public long limit() {
        return limit;
    }

    /** In bytes, estimated; what is over the limit is given back soon. */
    public long used() {
        return used.get();
    }

    /** Notes that a holder uses as many bytes more, or less if it is negative. */
    public void use(long bytes) {
        used.addAndGet(bytes);
    }

    /** Adds somebody who may have to give way. */
    public void join(StateHolder holder) {
        holders.add(holder);
    }

    /** Removes a holder, who no longer uses anything. */
    public void leave(StateHolder holder) {
        holders.remove(holder);
    }

    /** Has holders give way until enough is free. To be called by whoever has used more. */
    public void makeRoom() {
        for (var i = 0; i < MOST_AT_ONCE && used.get() > limit && makingRoom.tryLock(); i++) {
            try {
                var heaviest = holders.stream().max(Comparator.comparingDouble(StateHolder::weight));
                if (heaviest.isEmpty() || !heaviest.get().giveWay()) {
                    return;
                }
            } finally {
                makingRoom.unlock();
            }
        }
    }
}
