package dev.treaty.stubs.bench;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What one round of load found.
 *
 * @param answered how many right answers came while it was measured
 * @param measured how long that was
 * @param latencies from the last byte written to the last byte read, in microseconds, also of the answers that came after
 * @param errors wrong, broken and missing answers, and connections that broke
 * @param firstError what the first of them was
 */
record LoadResult(
        long answered,
        Duration measured,
        Histogram latencies,
        long errors,
        @Nullable String firstError) {

    double requestsPerSecond() {
        return answered / (measured.toNanos() / 1e9);
    }

    @Override
    public String toString() {
        var wrong = errors == 0 ? "" : ", %s errors, the first: %s".formatted(Figure.count(errors), firstError);
        return "%s/s, p99 %s ms%s"
                .formatted(
                        Figure.shown(requestsPerSecond()),
                        Figure.shown(latencies.getValueAtPercentile(99) / 1e3),
                        wrong);
    }
}
