package dev.treaty.stubs.vendor.store;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** A lock for each name, which is kept only as long as somebody needs it. */
public final class NamedLocks {

    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Does something with the lock of a name, for which it waits.
     *
     * @throws IllegalStateException if the same thread has the lock already
     */
    public <T> T with(String name, Supplier<T> work) {
        while (true) {
            var lock = locks.computeIfAbsent(name, absent -> new ReentrantLock(true));
            if (lock.isHeldByCurrentThread()) {
                throw new IllegalStateException("Something in " + name + " has started something else in it");
            }
            lock.lock();
            try {
                if (isCurrent(name, lock)) {
                    return work.get();
                }
            } finally {
                release(name, lock);
            }
        }
    }

    /** Does something with the lock of a name; returns nothing, and does nothing, if somebody else has it for longer than this. */
    public <T> Optional<T> tryWith(String name, Duration wait, Supplier<T> work) {
        var lock = locks.computeIfAbsent(name, absent -> new ReentrantLock(true));
        if (isLocked(lock, wait)) {
            try {
                if (isCurrent(name, lock)) {
                    return Optional.of(work.get());
                }
            } finally {
                release(name, lock);
            }
        }
        return Optional.empty();
    }

    private static boolean isLocked(ReentrantLock lock, Duration wait) {
        try {
            return lock.tryLock(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the lock was not dropped before this thread had it. */
    private boolean isCurrent(String name, ReentrantLock lock) {
        return lock.equals(locks.get(name));
    }

    private void release(String name, ReentrantLock lock) {
        if (!lock.hasQueuedThreads()) {
            locks.remove(name, lock);
        }
        lock.unlock();
    }
}
