package dev.treaty.stubs.replay;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Does what may take long on a few threads of its own, and waits for it only so long. A regex that tries all ways cannot be
 * stopped, but it can be left alone: it keeps no client waiting, and no thread from the requests that are answered quickly.
 */
final class TimeLimit {

    private static final int THREADS = 4;

    private final Duration longest;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), TimeLimit::thread);

    TimeLimit(Duration longest) {
        this.longest = longest;
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * The result, or the exception that is thrown instead.
     *
     * @throws TooLong if it takes longer, or if others that do take all threads
     */
    <T> T within(Supplier<T> work) {
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
            throw new TooLong(longest); // the server stops
        }
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stub-server-compare");
        thread.setDaemon(true);
        return thread;
    }

    /** It took longer than it may. */
    static final class TooLong extends RuntimeException {

        private final Duration longest;

        TooLong(Duration longest) {
            super("Longer than " + longest.toMillis() + " ms");
            this.longest = longest;
        }

        Duration longest() {
            return longest;
        }
    }
}
