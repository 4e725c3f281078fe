package dev.treaty.stubs.http.limits;

import wiremock.org.eclipse.jetty.server.Request;

/**
 * What one request holds of the {@link MemoryBudget}, by estimate. Attached to the request, and given back when the request is completed,
 * however that happens.
 */
public final class HeldMemory {

    private static final String ATTRIBUTE = HeldMemory.class.getName();

    private final MemoryBudget budget;
    private long held;
    private boolean completed;

    private HeldMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /** What a request holds; nothing at first. */
    public static HeldMemory of(Request request, MemoryBudget budget) {
        if (request.getAttribute(ATTRIBUTE) instanceof HeldMemory known) {
            return known;
        }
        var memory = new HeldMemory(budget);
        request.setAttribute(ATTRIBUTE, memory);
        return memory;
    }

    /**
     * Holds as much from now on, more or less than before.
     *
     * @param bytes by estimate
     * @throws OutOfBudget if other requests hold too much; then it holds as much as before
     */
    public synchronized void hold(long bytes) {
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
        hold(0);
        completed = true;
    }
}
