package dev.treaty.stubs.http;

import dev.treaty.stubs.http.admin.RequestOutcome;
import dev.treaty.stubs.http.faults.ClientWatch;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import wiremock.jakarta.servlet.AsyncContext;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.thread.Scheduler;

/**
 * Dispatches a request again after a delay. No thread waits, and nothing is held for a client that goes in the meantime.
 *
 * <p>A client that closes its own half of the connection gets its response if it is due soon; many that go do the same, and waiting longer
 * for them would let them occupy the server.
 */
final class DelayedDispatch {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Request request;
    private final AsyncContext waiting;
    private final long due;
    private final ClientWatch watch;
    private final Scheduler.Task task;
    private boolean over;

    private DelayedDispatch(Request request, Duration delay) {
        this.request = request;
        waiting = request.startAsync();
        waiting.setTimeout(0);
        due = System.nanoTime() + delay.toNanos();
        synchronized (this) { // either may happen at once, on another thread
            watch = ClientWatch.start(request, waiting, this::clientEnded);
            task = request.getHttpChannel()
                    .getConnector()
                    .getScheduler()
                    .schedule(this::dispatch, delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    static void after(Duration delay, Request request) {
        new DelayedDispatch(request, delay);
    }

    private void dispatch() {
        if (end()) {
            watch.stop();
            waiting.dispatch();
        }
    }

    private void clientEnded(boolean isReset) {
        var wantsResponse = !isReset && due - System.nanoTime() <= SOON.toNanos();
        if (!wantsResponse && end()) {
            task.cancel();
            RequestOutcome.ofAbandoned(request).attachTo(request);
            ClientWatch.hangUp(request);
            waiting.complete();
        }
    }

    /** Whether this is the first of both to happen. */
    private synchronized boolean end() {
        var isFirst = !over;
        over = true;
        return isFirst;
    }
}
