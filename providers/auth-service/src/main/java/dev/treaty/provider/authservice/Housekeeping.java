package dev.treaty.provider.authservice;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does now and then what no request waits for: rotates keys, forgets what has expired. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** Often enough that a key is never late, which {@link SigningKeys#PUBLISHED_AHEAD} allows for. */
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final ScheduledExecutorService executor;

    private Housekeeping(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /** Does the chores until it is closed, first in ten minutes. */
    static Housekeeping of(List<Runnable> chores) {
        var executor = Executors.newSingleThreadScheduledExecutor(chore -> {
            var thread = new Thread(chore, "housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        for (var chore : chores) {
            var unused = executor.scheduleWithFixedDelay(
                    () -> attempt(chore), EVERY.toMinutes(), EVERY.toMinutes(), TimeUnit.MINUTES);
        }
        return new Housekeeping(executor);
    }

    /** A chore that fails is tried again; thrown on, it would never be. */
    private static void attempt(Runnable chore) {
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.error("a chore failed and is tried again in {}", EVERY, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
