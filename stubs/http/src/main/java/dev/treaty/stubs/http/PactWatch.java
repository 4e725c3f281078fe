package dev.treaty.stubs.http;

import dev.treaty.pacts.files.ChangingPacts;
import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches contracts on disk or at a broker, and serves every change; see {@link ReplayServer#watch}. */
final class PactWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PactWatch.class);

    /** For contracts on disk. */
    static final Duration SHORT_PAUSE = Duration.ofMillis(150);

    /** The pause between two looks is at least this many times as long as a look takes, for folders with very many files. */
    private static final int PAUSE_FACTOR = 4;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final ChangingPacts source;
    private final Duration shortestPause;
    private final Runnable replace;
    private final Consumer<PactChanges> listener;
    private volatile List<PactFile> contracts;

    /**
     * Does not look yet.
     *
     * @param shortestPause between two looks
     * @param replace called when {@link #contracts} has changed
     * @param listener which gets each change when it is served
     */
    PactWatch(ChangingPacts source, Duration shortestPause, Runnable replace, Consumer<PactChanges> listener) {
        this.source = source;
        this.shortestPause = shortestPause;
        this.replace = replace;
        this.listener = listener;
        contracts = source.contracts();
    }

    /** The present contracts. */
    List<PactFile> contracts() {
        return contracts;
    }

    /** Starts to look for changes. */
    void start() {
        var thread = new Thread(this::watch, "pact-watch");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            var pause = shortestPause.toNanos();
            while (!closed.await(pause, TimeUnit.NANOSECONDS)) {
                var begin = System.nanoTime();
                if (!look()) { // to read and report a change takes longer, but the next look does not
                    pause = Math.max(shortestPause.toNanos(), PAUSE_FACTOR * (System.nanoTime() - begin));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is a change. */
    private boolean look() {
        try {
            var changes = source.changes();
            changes.ifPresent(this::apply);
            return changes.isPresent();
        } catch (RuntimeException | StackOverflowError e) { // whatever it is, the next change must still be noticed
            LOG.error("The contracts could not be read again; the previous ones are served", e);
            return false;
        }
    }

    private void apply(PactChanges changes) {
        if (changes.changeContracts()) {
            contracts = changes.contracts();
            replace.run();
        }
        listener.accept(changes);
    }

    /** Stops watching; the contracts stay as they are. */
    @Override
    public void close() {
        closed.countDown();
    }
}
