package dev.treaty.stubs.http.limits;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A body while it grows. The length that it claims to have is not believed before the bytes are there. */
public final class BodyBytes {

    private static final int SMALLEST = 4 << 10;
    private static final int LARGEST = 256 << 10;

    private final HeldMemory memory;
    private final long others;
    private final List<byte[]> full = new ArrayList<>();
    private byte[] last = new byte[0];
    private int used;
    private int size;

    /**
     * An empty body.
     *
     * @param others bytes that the request holds besides it
     */
    public BodyBytes(HeldMemory memory, long others) {
        this.memory = memory;
        this.others = others;
    }

    /**
     * Adds what can be read at once.
     *
     * @return how many bytes; negative at the end
     * @throws OutOfBudget if requests hold too much memory
     */
    public int readFrom(InputStream input) throws IOException {
        if (used == last.length) {
            grow();
        }
        var count = input.read(last, used, last.length - used);
        if (count > 0) {
            used += count;
            size += count;
        }
        return count;
    }

    private void grow() {
        var next = Math.min(LARGEST, Math.max(SMALLEST, size));
        memory.hold(others + 2L * (size + next)); // twice, for the copy at the end
        if (last.length > 0) {
            full.add(last);
        }
        last = new byte[next];
        used = 0;
    }

    /** Bytes that were read. */
    public int size() {
        return size;
    }

    /** All bytes; none may be added afterwards. */
    public byte[] toArray() {
        var all = new byte[size];
        var at = 0;
        for (var segment : full) {
            System.arraycopy(segment, 0, all, at, segment.length);
            at += segment.length;
        }
        System.arraycopy(last, 0, all, at, used);
        forget();
        memory.hold(others + size);
        return all;
    }

    /** Gives back what it holds. */
    public void discard() {
        forget();
        memory.hold(others);
    }

    private void forget() {
        full.clear();
        last = new byte[0];
        used = 0;
    }
}
