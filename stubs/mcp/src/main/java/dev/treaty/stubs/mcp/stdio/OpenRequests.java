package dev.treaty.stubs.mcp.stdio;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How many requests are not answered yet. */
final class OpenRequests {

    /** After the client has closed its end, it hardly waits any longer for answers. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition answered = lock.newCondition();
    private int open;

    void asked() {
        add(1);
    }

    void answered() {
        add(-1);
    }

    private void add(int number) {
        lock.lock();
        try {
            open += number;
            answered.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all are answered, but not for ever. */
    void await() throws InterruptedException {
        lock.lock();
        try {
            var left = LONGEST.toNanos();
            while (open > 0 && left > 0) {
                left = answered.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
