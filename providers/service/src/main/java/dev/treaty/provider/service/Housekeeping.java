package dev.treaty.provider.service;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the regular jobs that no request waits for, e.g. deleting what has expired. */
public final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Often enough for auth-service, which publishes each key longer than this before it signs with it. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ScheduledExecutorService executor;

    private Housekeeping(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Runs the jobs every ten minutes until it is closed, for the first time in ten minutes. */
    public static Housekeeping of(List<Runnable> jobs) {
        var executor = Executors.newSingleThreadScheduledExecutor(job -> {
            var thread = new Thread(job, "housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        for (var job : jobs) {
            var unused = executor.scheduleWithFixedDelay(
                    () -> attempt(job), EVERY.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
        }
        return new Housekeeping(executor);
    }

    /** A job that fails is tried again; if it threw, the executor would drop it. */
    private static void attempt(Runnable job) {
        try {
            job.run();
        } catch (RuntimeException e) {
            LOG.error("a job failed and is tried again in {}", EVERY, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
