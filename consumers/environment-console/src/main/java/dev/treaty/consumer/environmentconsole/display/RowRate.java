package dev.treaty.consumer.environmentconsole.display;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * How fast rows are copied, measured over the last half minute: long enough to be steady, and short enough to notice that a
 * large table is slower than a small one.
 */
final class RowRate {

    private static final Duration WINDOW = Duration.ofSeconds(30);
    /** From less than this, a rate would only show when the service counts. */
    private static final Duration SHORTEST = Duration.ofMillis(1_500);

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    private record Sample(Duration at, long rows) {}

    /**
     * Adds a measurement.
     *
     * @param at since any moment, the same for all measurements; never less than the last one
     */
    void add(Duration at, long rows) {
        samples.addLast(new Sample(at, rows));
        while (samples.size() > 2 && at.minus(samples.getFirst().at()).compareTo(WINDOW) > 0) {
            samples.removeFirst();
        }
    }

    /** Empty until there are measurements over a second and a half. */
    Optional<Double> rowsPerSecond() {
        if (samples.isEmpty()) {
            return Optional.empty();
        }
        var first = samples.getFirst();
        var last = samples.getLast();
        var time = last.at().minus(first.at());
        return time.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of((last.rows() - first.rows()) * 1_000.0 / time.toMillis());
    }

    /** How long so many rows will take at this rate; empty if nobody can know, because nothing was copied lately. */
    Optional<Duration> timeFor(long rows) {
        return rowsPerSecond().filter(rate -> rate > 0).map(rate -> Duration.ofMillis(Math.round(rows * 1_000 / rate)));
    }
}
