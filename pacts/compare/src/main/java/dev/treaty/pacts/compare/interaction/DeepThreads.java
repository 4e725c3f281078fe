package dev.treaty.pacts.compare.interaction;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Threads for comparisons, one for each processor, with a stack that is deep enough. Java's regexes walk through long texts recursively, and pact-jvm
 * through nested bodies. In a stack of the usual size, 1,250 characters can be too many for {@code (x|y)*}, or 1,750: that depends on what Java has
 * compiled until then, so a verdict would depend on the time that has passed.
 */
final class DeepThreads {

    /** In bytes; reserved only, so that as much memory is used as is needed. Enough for some 500,000 characters. */
    private static final long STACK = 512L << 20;

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final ThreadPoolExecutor THREADS = threads();

    private DeepThreads() {}

    private static ThreadPoolExecutor threads() {
        var threads = new ThreadPoolExecutor(
                PROCESSORS, PROCESSORS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DeepThread::new);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Applies a function to all items, and returns the results in their order. A function may do the same with other items: the thread that waits for the
     * results works, too, so there is always one that goes on.
     */
    static <T, R> List<R> map(List<T> items, Function<T, R> work) {
        if (Thread.currentThread() instanceof DeepThread) {
            return share(items, work);
        }
        var all = new FutureTask<>(() -> share(items, work));
        THREADS.execute(all);
        return result(all);
    }

    private static <T, R> List<R> share(List<T> items, Function<T, R> work) {
        var tasks = items.stream()
                .map(item -> new FutureTask<>(() -> work.apply(item)))
                .toList();
        var next = new AtomicInteger();
        Runnable share = () -> {
            for (var i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                tasks.get(i).run();
            }
        };
        for (var i = 1; i < Math.min(PROCESSORS, tasks.size()); i++) {
            THREADS.execute(share);
        }
        share.run();
        return tasks.stream().map(DeepThreads::result).toList();
    }

    private static <R> R result(FutureTask<R> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            } else if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The comparison was interrupted", e);
        }
    }

    private static final class DeepThread extends Thread {
        DeepThread(Runnable work) {
            super(null, work, "compare", STACK);
            setDaemon(true);
        }
    }
}
