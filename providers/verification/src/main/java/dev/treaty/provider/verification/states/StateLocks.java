package dev.treaty.provider.verification.states;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets interactions run at the same time, except those that share a key. */
public final class StateLocks {

    private final ConcurrentMap<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    /**
     * Does something while nobody else does anything under one of the same keys. All take the keys in the same order, so that no
     * two wait for each other.
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
