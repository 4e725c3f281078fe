package dev.treaty.stubs.bench.measurement;

import dev.treaty.stubs.bench.text.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A figure, and the limit that it must keep.
 *
 * @param wanted e.g. {@code "at least 4 × WireMock"}
 * @param measured the figure of this run; empty if it was not measured
 * @param atLeast whether the limit is a minimum; otherwise it is a maximum
 * @param limit in the unit of the figure
 * @param unit follows the figure, e.g. {@code " ×"}
 */
public record PerformanceGoal(String wanted, OptionalDouble measured, boolean atLeast, double limit, String unit) {

    /** Whether the goal was reached. */
    public enum Verdict {
        /** It was. */
        YES,

        /** It was not. */
        NO,

        /** A figure is missing. */
        NOT_MEASURED;

        @Override
        public String toString() {
            return this == NOT_MEASURED ? "–" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Our figure must be at least this many times theirs, in most of the rounds. */
    public static PerformanceGoal atLeast(double limit, String theirName, List<Double> ours, List<Double> theirs) {
        return new PerformanceGoal(
                "at least %s × %s".formatted(plain(limit), theirName), ratio(ours, theirs), true, limit, " ×");
    }

    /** Our figure must be at most this many times theirs, in most of the rounds. */
    public static PerformanceGoal atMost(double limit, String theirName, List<Double> ours, List<Double> theirs) {
        return new PerformanceGoal(
                "at most %s × %s".formatted(plain(limit), theirName), ratio(ours, theirs), false, limit, " ×");
    }

    /** Our figure must be at most the limit. */
    public static PerformanceGoal atMost(double limit, String wanted, String unit, OptionalDouble measured) {
        return new PerformanceGoal(wanted, measured, false, limit, unit);
    }

    /** Compares the figure with the limit. */
    public Verdict verdict() {
        if (measured.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        var value = measured.getAsDouble();
        return (atLeast ? value >= limit : value <= limit) ? Verdict.YES : Verdict.NO;
    }

    /** The measured figure, e.g. {@code "4.83 ×"}. */
    public String figure() {
        return measured.isEmpty() ? "–" : Figures.rounded(measured.getAsDouble()) + unit;
    }

    private static OptionalDouble ratio(List<Double> ours, List<Double> theirs) {
        return ours.isEmpty() || theirs.isEmpty() || theirs.contains(0.0)
                ? OptionalDouble.empty()
                : OptionalDouble.of(Figures.medianRatio(ours, theirs));
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
