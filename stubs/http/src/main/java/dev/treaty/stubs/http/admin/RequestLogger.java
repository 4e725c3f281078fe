package dev.treaty.stubs.http.admin;

import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Passes each completed request on to the metrics and the access log. */
public final class RequestLogger implements RequestLog {

    private final Metrics metrics;
    private final @Nullable AccessLog accessLog;

    /** @param accessLog null for none */
    public RequestLogger(Metrics metrics, @Nullable AccessLog accessLog) {
        this.metrics = metrics;
        this.accessLog = accessLog;
    }

    @Override
    public void log(Request request, Response response) {
        var outcome = RequestOutcome.of(request);
        var nanoseconds = System.nanoTime() - request.getBeginNanoTime();
        metrics.add(outcome, nanoseconds);
        if (accessLog != null) {
            accessLog.add(request, response, outcome, nanoseconds);
        }
    }
}
