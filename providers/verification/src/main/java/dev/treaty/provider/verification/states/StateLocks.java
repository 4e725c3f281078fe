package dev.treaty.provider.verification.states;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets interactions run in parallel unless they share a key. */
public final class StateLocks {

    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Runs an action while no other action holds one of the same keys. Keys are always locked in the same order, so two actions cannot
     * wait for each other.
     */
    public <T> T holding(Collection<String> keys, Supplier<T> action) {
        var held = new ArrayDeque<ReentrantLock>();
        try {
            for (var key : new TreeSet<>(keys)) {
                var lock = locks.computeIfAbsent(key, absent -> new ReentrantLock());
                lock.lock();
                held.push(lock);
            }
            return action.get();
        } finally {
            held.forEach(ReentrantLock::unlock);
        }
    }
}
