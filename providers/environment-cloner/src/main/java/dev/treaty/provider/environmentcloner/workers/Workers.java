package dev.treaty.provider.environmentcloner.workers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that do operations, of one replica. */
public final class Workers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    /** A replica learns that way what was queued at another one. */
    private static final long PAUSE_MILLISECONDS = 500;

    private static final long BETWEEN_CHORES_NANOSECONDS = TimeUnit.SECONDS.toNanos(1);

    private final Recovery recovery;
    private final BackupExpiry expiry;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore queued = new Semaphore(0);
    private final Semaphore chores = new Semaphore(1);
    private final AtomicLong nextChores = new AtomicLong(System.nanoTime());
    private volatile boolean isClosed;

    private Workers(WorkerContext context) {
        recovery = new Recovery(context);
        expiry = new BackupExpiry(context);
    }

    /** Starts as many as operations may run at a time, after it has ended what dead ones have left behind. */
    public static Workers start(WorkerContext context) {
        var started = new Workers(context);
        started.recovery.run();
        for (var i = 0; i < context.queue().running(); i++) {
            var worker = new Worker(context);
            var thread = new Thread(() -> started.work(worker), "cloner-" + (i + 1));
            thread.setDaemon(true);
            started.workers.add(worker);
            started.threads.add(thread);
        }
        started.threads.forEach(Thread::start);
        return started;
    }

    /** Has one of them look for something to do now. */
    public void wake() {
        queued.release();
    }

    /** Whether all of them are there. */
    public boolean areRunning() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Whether it takes on nothing more. */
    public boolean isClosed() {
        return isClosed;
    }

    private void work(Worker worker) {
        try {
            while (!isClosed) {
                if (!workNext(worker)) {
                    var unused = queued.tryAcquire(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is down comes back. */
    private boolean workNext(Worker worker) {
        try {
            doChores();
            return worker.workNext();
        } catch (RuntimeException e) {
            LOG.error("no operation could be taken on", e);
            return false;
        }
    }

    private void doChores() {
        if (!chores.tryAcquire()) {
            return;
        }
        try {
            if (System.nanoTime() - nextChores.get() >= 0) {
                nextChores.set(System.nanoTime() + BETWEEN_CHORES_NANOSECONDS);
                recovery.run();
                expiry.run();
            }
        } finally {
            chores.release();
        }
    }

    /** Takes on nothing more, stops what runs, and returns when nothing of it is left. */
    @Override
    public void close() {
        workers.forEach(Worker::stop);
        isClosed = true;
        queued.release(threads.size());
        for (var thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
