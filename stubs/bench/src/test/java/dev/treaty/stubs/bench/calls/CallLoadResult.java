package dev.treaty.stubs.bench.calls;

import dev.treaty.stubs.bench.text.Figures;
import dev.treaty.stubs.bench.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/**
 * What came of calls under load; the latencies are in microseconds.
 *
 * @param mostAlive at the same time
 * @param missing callbacks and requests for TwiML
 * @param wrong callbacks in another order
 * @param refused requests
 */
record CallLoadResult(
        Duration length,
        int calls,
        int mostAlive,
        long missing,
        long wrong,
        long refused,
        Histogram starts,
        Histogram questions,
        Histogram callbacks) {

    private static final double P99 = 99;
    private static final int LIMIT_MILLIS = 200;

    /** Why it is not good enough; empty if it is. */
    Optional<String> fault() {
        if (missing > 0 || wrong > 0 || refused > 0) {
            return Optional.of("%d callbacks are missing, %d were out of order, %d requests were refused"
                    .formatted(missing, wrong, refused));
        }
        for (var measured : List.of(questions, callbacks)) {
            if (measured.getValueAtPercentile(P99) > LIMIT_MILLIS * 1_000L) {
                return Optional.of("1 %% took longer than %d ms:%n%s".formatted(LIMIT_MILLIS, text()));
            }
        }
        return Optional.empty();
    }

    /** For a terminal. */
    String text() {
        return table().asText()
                + "%n%s calls in %d s, at most %s alive at once; %d missing, %d out of order, %d refused"
                        .formatted(
                                Figures.count(calls),
                                length.toSeconds(),
                                Figures.count(mostAlive),
                                missing,
                                wrong,
                                refused);
    }

    /** For the README. */
    String markdown() {
        return table().asMarkdown();
    }

    private TextTable table() {
        return new TextTable(
                List.of("", "count", "p50", "p99", "p99.9", "most"),
                List.of(
                        row("calls made", starts),
                        row("status questions", questions),
                        row("callbacks and requests for TwiML", callbacks)));
    }

    private static List<String> row(String name, Histogram micros) {
        return List.of(
                name,
                Figures.count(micros.getTotalCount()),
                millis(micros.getValueAtPercentile(50)),
                millis(micros.getValueAtPercentile(P99)),
                millis(micros.getValueAtPercentile(99.9)),
                millis(micros.getMaxValue()));
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
    }
}
