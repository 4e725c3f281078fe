package dev.treaty.stubs.http.admin;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Counts requests by provider and outcome, and measures how long they take, for Prometheus: {@code GET /__admin/metrics}.
 *
 * <p>A provider without a contract is not named, because clients can ask for any name.
 */
public final class Metrics {

    private static final String NONE = "none";

    /** The upper bounds of the histogram. */
    private static final Duration[] LATENCIES = LongStream.of(
                    100,
                    250,
                    500,
                    1_000,
                    2_500,
                    5_000,
                    10_000,
                    25_000,
                    50_000,
                    100_000,
                    250_000,
                    500_000,
                    1_000_000,
                    2_500_000,
                    5_000_000,
                    10_000_000)
            .mapToObj(microseconds -> Duration.ofNanos(microseconds * 1_000))
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Key, Counter> requests = new ConcurrentHashMap<>();
    private final Map<String, Timer> latencies = new ConcurrentHashMap<>();
    private final Supplier<Collection<String>> providers;

    private record Key(String provider, OutcomeKind outcome) {}

    /** @param providers of the contracts that are loaded at the moment */
    public Metrics(Supplier<Collection<String>> providers) {
        this.providers = providers;
    }

    /** Counts a completed request, unless it was for the admin API, or controlled a replay. */
    void add(RequestOutcome outcome, long nanoseconds) {
        if (outcome.kind() != OutcomeKind.ADMIN) {
            var provider = providers.get().contains(outcome.provider()) ? outcome.provider() : NONE;
            requests.computeIfAbsent(new Key(provider, outcome.kind()), this::counter)
                    .increment();
            latencies.computeIfAbsent(provider, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
        }
    }

    /** How many requests were counted so far. */
    public long requests() {
        return requests.values().stream()
                .mapToLong(counter -> (long) counter.count())
                .sum();
    }

    private Counter counter(Key key) {
        return Counter.builder("treaty.stub.requests")
                .description("Requests by outcome: match, replay, miss, fault, refused, preflight, abandoned.")
                .tag("provider", key.provider())
                .tag("outcome", key.outcome().toString())
                .register(registry);
    }

    private Timer timer(String provider) {
        return Timer.builder("treaty.stub.request.duration")
                .description("From the first byte of the request to the last byte of the response.")
                .tag("provider", provider)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    /** All metrics in Prometheus' text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }
}
