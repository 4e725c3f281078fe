package dev.treaty.provider.environmentcloner.copy;

import java.util.concurrent.atomic.AtomicLong;

/** How far a copy is; counted by the threads that copy, and read by whoever wants to know. */
public final class CopyProgress {

    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private volatile boolean isCancelled;

    void add(long moreRows, long moreBytes) {
        rows.addAndGet(moreRows);
        bytes.addAndGet(moreBytes);
    }

    /** Rows that were written to the target, of all tables. */
    public long rows() {
        return rows.get();
    }

    /** Bytes that were read from the source. */
    public long bytes() {
        return bytes.get();
    }

    /** Has all threads stop at the next row. */
    public void cancel() {
        isCancelled = true;
    }

    void requireGoingOn() {
        if (isCancelled) {
            throw new CopyCancelled();
        }
    }
}
