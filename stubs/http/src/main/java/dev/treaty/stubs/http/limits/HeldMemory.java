package dev.treaty.stubs.http.limits;

import wiremock.org.eclipse.jetty.server.Request;

/**
 * What one request holds of the {@link MemoryBudget}, by estimate. Attached to the request, and given back when the request is completed,
 * however that happens.
 */
public final class HeldMemory {

    private static final String ATTRIBUTE = HeldMemory.class.getName();

    /** Bytes of a request without header fields: its buffer, and what the server knows about it. */
    private static final int REQUEST = 8 << 10;

    /** Bytes of a header field, besides its text. */
    private static final int FIELD = 160;

    private final MemoryBudget budget;
    private final long header;
    private long held;
    private boolean completed;

    private HeldMemory(MemoryBudget budget, long header) {
        this.budget = budget;
        this.header = header;
    }

    /** What a request holds; nothing at first. */
    public static HeldMemory of(Request request, MemoryBudget budget) {
        if (request.getAttribute(ATTRIBUTE) instanceof HeldMemory known) {
            return known;
        }
        var memory = new HeldMemory(budget, sizeOfHeader(request));
        request.setAttribute(ATTRIBUTE, memory);
        return memory;
    }

    /** As text in the buffer and as fields. */
    private static long sizeOfHeader(Request request) {
        long size = REQUEST + 2L * request.getHttpURI().toString().length();
        for (var field : request.getHttpFields()) {
            size += FIELD
                    + 2L
                            * (field.getName().length()
                                    + String.valueOf(field.getValue()).length());
        }
        return size;
    }

    /**
     * Holds as much from now on, more or less than before, besides its header.
     *
     * @param bytes by estimate; 0 for a request that waits, and holds nothing but its header
     * @throws OutOfBudget if other requests hold too much; then it holds as much as before
     */
    public synchronized void hold(long bytes) {
        change(header + bytes);
    }

    private void change(long bytes) {
        var more = completed ? 0 : bytes - held;
        if (more > 0 && !budget.take(more)) {
            throw new OutOfBudget(bytes, budget.limit());
        }
        if (more < 0) {
            budget.giveBack(-more);
        }
        held += more;
    }

    /** Gives back all that a completed request holds. */
    public static void release(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof HeldMemory memory) {
            memory.complete();
        }
    }

    private synchronized void complete() {
        change(0);
        completed = true;
    }
}
