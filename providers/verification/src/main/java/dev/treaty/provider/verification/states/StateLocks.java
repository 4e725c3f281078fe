package dev.treaty.provider.verification.states;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets interactions run in parallel, but not more than a number of them, and none that share a key. */
public final class StateLocks {

    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Semaphore running;

    /** @param parallel how many may run at the same time, at least 1 */
    public StateLocks(int parallel) {
        running = new Semaphore(parallel, true);
    }

    /**
     * Runs an action while no other action holds one of the same keys. Keys are always locked in the same order, so two actions cannot
     * wait for each other; and whoever runs waits for no key.
     */
    public <T> T holding(Collection<String> keys, Supplier<T> action) {
        var held = new ArrayDeque<ReentrantLock>();
        try {
            for (var key : new TreeSet<>(keys)) {
                var lock = locks.computeIfAbsent(key, absent -> new ReentrantLock());
                lock.lock();
                held.push(lock);
            }
            return running(action);
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }

    private <T> T running(Supplier<T> action) {
        running.acquireUninterruptibly();
        try {
            return action.get();
        } finally {
            running.release();
        }
    }
}
