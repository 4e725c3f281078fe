package dev.treaty.provider.environmentcloner.copy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How far a copy is; counted by the threads that copy, and read by whoever wants to know. */
public final class CopyProgress {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger tables = new AtomicInteger();

    void add(long moreRows, long moreBytes) {
        rows.addAndGet(moreRows);
        bytes.addAndGet(moreBytes);
    }

    void addTable() {
        tables.incrementAndGet();
    }

    /** Rows that were written to the target, of all tables. */
    public long rows() {
        return rows.get();
    }

    /** Bytes that were read from the source. */
    public long bytes() {
        return bytes.get();
    }

    /** Tables that are copied wholly. */
    public int tables() {
        return tables.get();
    }
}
