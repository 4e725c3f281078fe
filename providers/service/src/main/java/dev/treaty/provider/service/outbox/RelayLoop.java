package dev.treaty.provider.service.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a relay repeatedly until it is closed; what is in progress then is finished. */
public final class RelayLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final OutboxRelay relay;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private RelayLoop(OutboxRelay relay, Duration pause) {
        this.relay = relay;
        this.pause = pause;
        this.thread = new Thread(this::run, "outbox-relay");
        this.thread.setDaemon(true);
    }

    /**
     * Starts a loop in a thread of its own.
     *
     * @param pause between two runs
     */
    public static RelayLoop start(OutboxRelay relay, Duration pause) {
        var loop = new RelayLoop(relay, pause);
        loop.thread.start();
        return loop;
    }

    /** Whether the loop is still running. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        try {
            do {
                drain();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that is down comes back. */
    private void drain() throws InterruptedException {
        try {
            relay.drain();
        } catch (RuntimeException e) {
            LOG.error("the outbox could not be read", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(SHUTDOWN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
