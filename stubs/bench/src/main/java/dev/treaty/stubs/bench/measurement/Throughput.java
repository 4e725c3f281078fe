package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.load.LoadResult;
import dev.treaty.stubs.bench.text.Figures;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What all rounds of one server measured.
 *
 * @param requestsPerSecond correct responses only; the median of the rounds
 * @param rounds the same for each round, in order
 * @param p50Millis of all responses of all rounds
 * @param errors of all rounds
 * @param firstError describes the first of them
 */
public record Throughput(
        double requestsPerSecond,
        List<Double> rounds,
        double p50Millis,
        double p99Millis,
        double maxMillis,
        long errors,
        @Nullable String firstError) {

    /** Copies the rounds. */
    public Throughput {
        rounds = List.copyOf(rounds);
    }

    /** Of at least one round. */
    public static Throughput of(List<LoadResult> loads) {
        var latencies = new Histogram(loads.get(0).latencies());
        loads.forEach(load -> latencies.add(load.latencies()));
        var rounds = loads.stream().map(LoadResult::requestsPerSecond).toList();
        return new Throughput(
                Figures.median(rounds),
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

    /** Empty if there was none; otherwise starts on a new line. */
    public String errorsInWords() {
        return errors == 0 ? "" : "\n%s errors, the first: %s".formatted(Figures.count(errors), firstError);
    }

    @Override
    public String toString() {
        return "%s/s\np99 %s ms%s"
                .formatted(Figures.rounded(requestsPerSecond), Figures.rounded(p99Millis), errorsInWords());
    }
}
