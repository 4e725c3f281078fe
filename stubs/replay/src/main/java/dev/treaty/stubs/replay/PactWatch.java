package dev.treaty.stubs.replay;

import dev.treaty.pacts.files.PactChanges;
import dev.treaty.pacts.files.PactSource;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at contracts on disk again and again, and has a server replay them as they are; see {@link ReplayServer#watch}. */
final class PactWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PactWatch.class);

    private static final Duration PAUSE = Duration.ofMillis(150);

    /** How many times as long as a look takes nobody looks: for folders with very many files. */
    private static final int REST = 4;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final PactSource source;
    private final ReplayServer server;
    private final Consumer<PactChanges> told;

    private PactWatch(PactSource source, ReplayServer server, Consumer<PactChanges> told) {
        this.source = source;
        this.server = server;
        this.told = told;
    }

    static PactWatch start(PactSource source, ReplayServer server, Consumer<PactChanges> told) {
        var watch = new PactWatch(source, server, told);
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
                pause = Math.max(PAUSE.toNanos(), REST * (System.nanoTime() - begin));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            source.changes().ifPresent(this::replay);
        } catch (RuntimeException e) { // whatever it is, the next change must be noticed
            LOG.error("The contracts could not be read again; those of before are served", e);
        }
    }

    private void replay(PactChanges changes) {
        if (changes.changeContracts()) {
            server.replace(changes.contracts());
        }
        told.accept(changes);
    }

    /** Ends it; what is served stays. */
    @Override
    public void close() {
        closed.countDown();
    }
}
