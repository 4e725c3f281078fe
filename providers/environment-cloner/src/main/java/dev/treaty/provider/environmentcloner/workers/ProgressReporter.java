package dev.treaty.provider.environmentcloner.workers;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores again and again how far an operation is, and stops it when somebody cancels it. */
final class ProgressReporter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressReporter.class);
    private static final int MILLISECONDS = 100;

    private final OperationRun run;
    private final ScheduledExecutorService executor;

    ProgressReporter(OperationRun run) {
        this.run = run;
        executor = Executors.newSingleThreadScheduledExecutor(job -> {
            var thread = new Thread(job, "progress of " + run.operation().id());
            thread.setDaemon(true);
            return thread;
        });
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::report, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** A database that is down comes back. */
    private void report() {
        try {
            run.report();
        } catch (RuntimeException e) {
            LOG.warn("the progress of {} was not stored", run.operation().id(), e);
        }
    }

    /** Nothing is stored any more when this returns. */
    @Override
    public void close() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(1, TimeUnit.MINUTES)) {
                LOG.error("the progress of an operation is still being stored");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
