package dev.treaty.stubs.replay;

import org.jspecify.annotations.Nullable;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.server.RequestLog;
import wiremock.org.eclipse.jetty.server.Response;

/** Is told by Jetty of each request that is over, and tells the metrics and the access log. */
final class Observer implements RequestLog {

    private final Metrics metrics;
    private final @Nullable AccessLog accessLog;

    Observer(Metrics metrics, @Nullable AccessLog accessLog) {
        this.metrics = metrics;
        this.accessLog = accessLog;
    }

    @Override
    public void log(Request request, Response response) {
        var decision = Decision.on(request);
        var taken = System.nanoTime() - request.getBeginNanoTime();
        metrics.add(decision, taken);
        if (accessLog != null) {
            accessLog.add(request, response, decision, taken);
        }
    }
}
