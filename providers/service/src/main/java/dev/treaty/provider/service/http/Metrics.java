package dev.treaty.provider.service.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.concurrent.TimeUnit;

/** Metrics for Prometheus, at {@code /metrics}: requests by method, route and status, memory, and the service's own. */
public final class Metrics {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    Metrics(String service) {
        registry.config().commonTags("service", service);
        new JvmMemoryMetrics().bindTo(registry);
    }

    /** Where a service registers its own metrics. */
    public MeterRegistry registry() {
        return registry;
    }

    void configure(RoutesConfig routes) {
        routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(registry.scrape()));
    }

    /** Counts a finished request. */
    void add(Context context, float milliseconds) {
        Timer.builder("http.server.requests")
                .description("how long requests took")
                .tag("method", RouteLabels.method(context))
                .tag("route", RouteLabels.of(context))
                .tag("status", String.valueOf(context.statusCode()))
                .register(registry)
                .record((long) (milliseconds * 1000), TimeUnit.MICROSECONDS);
    }
}
