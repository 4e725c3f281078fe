package dev.treaty.provider.environmentcloner.operations;

import dev.treaty.provider.environmentcloner.refusals.TooManyClones;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * The operations that wait for a worker: of all replicas together.
 *
 * @param running how many may run at a time
 * @param waiting how many more may wait
 */
public record OperationQueue(int running, int waiting) {

    /** The number of the advisory lock that whoever counts operations holds until its transaction ends. */
    private static final long LOCK = 0x656e76636c6f6eL;

    private static final Duration RETRY = Duration.ofSeconds(30);

    /**
     * Adds an operation.
     *
     * @throws TooManyClones if there is no room
     * @throws dev.treaty.provider.environmentcloner.refusals.TargetIsBeingCloned if another one has the same target
     */
    public Operation add(Handle handle, NewOperation operation) {
        lock(handle);
        var added = OperationRows.insert(handle, operation);
        var queued = OperationRows.queued(handle);
        if (queued + OperationRows.active(handle).size() > running + waiting) {
            throw new TooManyClones(queued - 1, RETRY);
        }
        return added;
    }

    /** Whether another operation may begin; nobody else begins one until the transaction ends. */
    public boolean hasRoom(Handle handle) {
        lock(handle);
        return OperationRows.active(handle).size() < running;
    }

    private static void lock(Handle handle) {
        handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
    }
}
