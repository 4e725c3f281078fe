package dev.treaty.stubs.matching.pact;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work that may take long on a few separate threads, stops it after a while, and refuses more work than these threads can do soon; so
 * it takes no thread away from the requests that are answered quickly, and little of the processors. The work must look at whether its
 * thread is interrupted.
 */
public final class TimeLimit {

    private static final int THREADS = 2;

    /** Each of them keeps a thread of the server waiting, and there are not many of those. */
    private static final int MOST_WAITING = 4;

    private final Duration longest;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), TimeLimit::thread);

    public TimeLimit(Duration longest) {
        this.longest = longest;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Returns the result of the work, or throws what it throws.
     *
     * @throws TooLong if it takes longer, or if other long work occupies all threads
     */
    public <T> T within(Supplier<T> work) {
        var result = start(work);
        try {
            return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new TooLong("Longer than %d ms".formatted(longest.toMillis()), longest);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof OutOfMemoryError outOfMemory) {
                throw outOfMemory; // not a failed comparison: the server has failed
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TooLong.interrupted(); // the server is stopping
        } finally {
            result.cancel(true);
        }
    }

    private <T> Future<T> start(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw new TooLong("Too many requests that take long", Duration.ZERO);
        }
    }

    /**
     * For loops in long work.
     *
     * @throws TooLong if the thread is interrupted, because nobody waits for the result any longer
     */
    static void requireTime() {
        if (Thread.interrupted()) {
            throw TooLong.interrupted();
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stub-server-compare");
        thread.setDaemon(true);
        return thread;
    }

    /** The work took longer than allowed, or was not begun. */
    public static final class TooLong extends RuntimeException {

        private final Duration longest;

        TooLong(String message, Duration longest) {
            super(message);
            this.longest = longest;
        }

        /** Nobody waits for the result any longer. */
        static TooLong interrupted() {
            return new TooLong("Interrupted", Duration.ZERO);
        }

        /** How long it was allowed to take; zero if it was not begun, because other requests took so long. */
        public Duration longest() {
            return longest;
        }
    }
}
