package dev.treaty.stubs.bench;

import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What all rounds of one server found.
 *
 * @param requestsPerSecond right answers only; the median of the rounds
 * @param rounds the same of each round, in order
 * @param p50Millis of all answers of all rounds
 * @param errors of all rounds
 * @param firstError what the first of them was
 */
record Throughput(
        double requestsPerSecond,
        List<Double> rounds,
        double p50Millis,
        double p99Millis,
        double maxMillis,
        long errors,
        @Nullable String firstError) {

    Throughput {
        rounds = List.copyOf(rounds);
    }

    /** Of at least one round. */
    static Throughput of(List<LoadResult> loads) {
        var latencies = new Histogram(loads.get(0).latencies());
        loads.forEach(load -> latencies.add(load.latencies()));
        var rounds = loads.stream().map(LoadResult::requestsPerSecond).toList();
        return new Throughput(
                Median.of(rounds),
                rounds,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getMaxValue() / 1e3,
                loads.stream().mapToLong(LoadResult::errors).sum(),
                loads.stream()
                        .map(LoadResult::firstError)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public String toString() {
        return "%s/s\np99 %s ms%s"
                .formatted(
                        Figure.shown(requestsPerSecond),
                        Figure.shown(p99Millis),
                        errors == 0 ? "" : "\n%s errors, the first: %s".formatted(Figure.count(errors), firstError));
    }
}
