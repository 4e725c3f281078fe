package dev.treaty.stubs.matching.pact;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work that may take long on a few separate threads and gives up waiting after a while. A backtracking regex cannot be stopped, but
 * it can be abandoned: no client waits for it any longer, and it takes no thread away from the requests that are answered quickly.
 */
public final class TimeLimit {

    private static final int THREADS = 4;

    private final Duration longest;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), TimeLimit::thread);

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
        var result = threads.submit(work::get);
        try {
            return result.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new TooLong(longest);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            result.cancel(true);
            Thread.currentThread().interrupt();
            throw new TooLong(longest); // the server is stopping
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stub-server-compare");
        thread.setDaemon(true);
        return thread;
    }

    /** The work took longer than allowed. */
    public static final class TooLong extends RuntimeException {

        private final Duration longest;

        TooLong(Duration longest) {
            super("Longer than " + longest.toMillis() + " ms");
            this.longest = longest;
        }

        /** How long it was allowed to take. */
        public Duration longest() {
            return longest;
        }
    }
}
