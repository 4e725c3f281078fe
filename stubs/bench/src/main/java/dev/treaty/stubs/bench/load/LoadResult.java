package dev.treaty.stubs.bench.load;

import dev.treaty.stubs.bench.text.Figures;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one round of load measured.
 *
 * @param responses how many correct responses arrived while it was measured
 * @param measured how long that was
 * @param latencies from the last byte written to the last byte read, in microseconds; includes the responses that arrived afterwards
 * @param errors wrong, broken and missing responses, and broken connections
 * @param firstError describes the first of them
 */
public record LoadResult(
        long responses,
        Duration measured,
        Histogram latencies,
        long errors,
        @Nullable String firstError) {

    /** Counts correct responses only. */
    public double requestsPerSecond() {
        return responses / (measured.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        var wrong = errors == 0 ? "" : ", %s errors, the first: %s".formatted(Figures.count(errors), firstError);
        return "%s/s, p99 %s ms%s"
                .formatted(
                        Figures.rounded(requestsPerSecond()),
                        Figures.rounded(latencies.getValueAtPercentile(99) / 1e3),
                        wrong);
    }
}
