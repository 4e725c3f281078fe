package dev.treaty.stubs.replay;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;
import static com.github.tomakehurst.wiremock.http.RequestMethod.GET;

import com.github.tomakehurst.wiremock.admin.Router;
import com.github.tomakehurst.wiremock.extension.AdminApiExtension;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
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
 * Counts requests by provider and outcome and measures how long they take, for Prometheus: {@code GET /__admin/metrics}.
 *
 * <p>A provider without contract is not named, because a client may ask for any.
 */
final class Metrics implements AdminApiExtension {

    private static final String NONE = "none";

    /** Upper bounds. */
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
    private final Map<Kind, Counter> requests = new ConcurrentHashMap<>();
    private final Map<String, Timer> latencies = new ConcurrentHashMap<>();
    private final Supplier<Collection<String>> providers;

    private record Kind(String provider, Outcome outcome) {}

    Metrics(Supplier<Collection<String>> providers) {
        this.providers = providers;
    }

    /** Counts a request that is over; those for the admin API do not count. */
    void add(Decision decision, long nanoseconds) {
        if (decision.outcome() != Outcome.ADMIN) {
            var provider = providers.get().contains(decision.provider()) ? decision.provider() : NONE;
            requests.computeIfAbsent(new Kind(provider, decision.outcome()), this::counter)
                    .increment();
            latencies.computeIfAbsent(provider, this::timer).record(nanoseconds, TimeUnit.NANOSECONDS);
        }
    }

    private Counter counter(Kind kind) {
        return Counter.builder("treaty.stub.requests")
                .description("Requests by what became of them: match, miss, fault, refused.")
                .tag("provider", kind.provider())
                .tag("outcome", kind.outcome().toString())
                .register(registry);
    }

    private Timer timer(String provider) {
        return Timer.builder("treaty.stub.request.duration")
                .description("From the first byte of a request to the last of its answer.")
                .tag("provider", provider)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    @Override
    public String getName() {
        return "metrics";
    }

    @Override
    public void contributeAdminApiRoutes(Router router) {
        router.add(GET, "/metrics", (admin, event, path) -> scrape());
    }

    private ResponseDefinition scrape() {
        return responseDefinition()
                .withStatus(200)
                .withHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
                .withBody(registry.scrape())
                .build();
    }
}
