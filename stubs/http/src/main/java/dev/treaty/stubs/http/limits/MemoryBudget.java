package dev.treaty.stubs.http.limits;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that all requests together may hold: bodies that arrive, wait or are unpacked, and what becomes of them when they are parsed.
 * A request that needs more than is left is refused, so that no number of clients can use up the heap.
 */
public final class MemoryBudget {

    /** The part of the heap that requests get; contracts, replays, the journal and garbage share the rest. */
    private static final int PART_OF_HEAP = 3;

    private final long limit;
    private final AtomicLong held = new AtomicLong();

    /** @param limit bytes */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** A fixed part of this JVM's heap. */
    public static MemoryBudget ofHeap() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Bytes. */
    public long limit() {
        return limit;
    }

    /** Bytes that are held at the moment. */
    public long held() {
        return held.get();
    }

    /** Takes bytes if so many are left. */
    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= limit) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }
}
