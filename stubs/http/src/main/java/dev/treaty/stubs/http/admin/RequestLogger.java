package dev.treaty.stubs.http.admin;

import dev.treaty.stubs.http.limits.HeldMemory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Passes each completed request on to the metrics, the access log and whoever wants to know of misses, and gives back its memory. */
public final class RequestLogger implements RequestLog {

    private final Metrics metrics;
    private final @Nullable AccessLog accessLog;
    private final @Nullable Consumer<String> misses;

    /**
     * @param accessLog null for none
     * @param misses which gets a line of text for each request that nothing answers; null for none
     */
    public RequestLogger(Metrics metrics, @Nullable AccessLog accessLog, @Nullable Consumer<String> misses) {
        this.metrics = metrics;
        this.accessLog = accessLog;
        this.misses = misses;
    }

    @Override
    public void log(Request request, Response response) {
        HeldMemory.release(request);
        var outcome = RequestOutcome.of(request);
        var nanoseconds = System.nanoTime() - request.getBeginNanoTime();
        metrics.add(outcome, nanoseconds);
        if (accessLog != null) {
            accessLog.add(new AccessLogEntry(request, response, outcome, nanoseconds));
        }
        if (misses != null && outcome.kind() == OutcomeKind.MISS) {
            misses.accept(new AccessLogEntry(request, response, outcome, nanoseconds).toText());
        }
    }
}
