package dev.treaty.stubs.http;

import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.files.PactSource;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches contracts on disk and serves every change; see {@link ReplayServer#watch}. */
final class PactWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PactWatch.class);

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** The pause between two looks is at least this many times as long as a look takes, for folders with very many files. */
    private static final int PAUSE_FACTOR = 4;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final PactSource source;
    private final Consumer<Collection<PactFile>> replace;
    private final Consumer<PactChanges> listener;

    private PactWatch(PactSource source, Consumer<Collection<PactFile>> replace, Consumer<PactChanges> listener) {
        this.source = source;
        this.replace = replace;
        this.listener = listener;
    }

    /**
     * Starts to watch.
     *
     * @param replace serves other contracts
     * @param listener which gets each change when it is served
     */
    static PactWatch start(PactSource source, Consumer<Collection<PactFile>> replace, Consumer<PactChanges> listener) {
        var watch = new PactWatch(source, replace, listener);
        var thread = new Thread(watch::watch, "pact-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void watch() {
        try {
            var pause = PAUSE.toNanos();
            while (!closed.await(pause, TimeUnit.NANOSECONDS)) {
                var begin = System.nanoTime();
                look();
                pause = Math.max(PAUSE.toNanos(), PAUSE_FACTOR * (System.nanoTime() - begin));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            source.changes().ifPresent(this::apply);
        } catch (RuntimeException | StackOverflowError e) { // whatever it is, the next change must still be noticed
            LOG.error("The contracts could not be read again; the previous ones are served", e);
        }
    }

    private void apply(PactChanges changes) {
        if (changes.changeContracts()) {
            replace.accept(changes.contracts());
        }
        listener.accept(changes);
    }

    /** Stops watching; the contracts stay as they are. */
    @Override
    public void close() {
        closed.countDown();
    }
}
