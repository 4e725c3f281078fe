package dev.treaty.provider.environmentcloner.workers;

import dev.treaty.provider.environmentcloner.operations.Operation;
import org.jdbi.v3.core.Handle;

/**
 * Says who works on an operation: an advisory lock that belongs to a session and ends with it. Whoever gets the lock of an operation that is
 * running knows that its worker is dead.
 */
final class OperationLock {

    /** The first half of the lock's number; the second half is the operation's. */
    private static final int OPERATIONS = 0x636c6f6e;

    private OperationLock() {}

    static boolean tryLock(Handle session, Operation operation) {
        return ask(session, "SELECT pg_try_advisory_lock(?, ?)", operation);
    }

    static void unlock(Handle session, Operation operation) {
        ask(session, "SELECT pg_advisory_unlock(?, ?)", operation);
    }

    private static boolean ask(Handle session, String sql, Operation operation) {
        return session.select(sql, OPERATIONS, (int) operation.number())
                .mapTo(Boolean.class)
                .one();
    }
}
