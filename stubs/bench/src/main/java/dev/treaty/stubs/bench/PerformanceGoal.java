package dev.treaty.stubs.bench;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One figure that is to be reached.
 *
 * @param wanted e.g. {@code "at least 4 × WireMock"}
 * @param measured the same figure of this run; empty if it was not measured
 * @param atLeast whether the figure must be no less than the limit; no more, otherwise
 * @param limit in the unit of the figure
 * @param unit stands behind the figure, e.g. {@code " ×"}
 */
record PerformanceGoal(String wanted, OptionalDouble measured, boolean atLeast, double limit, String unit) {

    /** Whether it was reached, as a word. */
    enum Verdict {
        YES,
        NO,
        NOT_MEASURED;

        @Override
        public String toString() {
            return this == NOT_MEASURED ? "–" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Ours is to be at least so many times theirs. */
    static PerformanceGoal atLeast(double limit, String theirName, OptionalDouble ours, OptionalDouble theirs) {
        return new PerformanceGoal(
                "at least %s × %s".formatted(plain(limit), theirName), ratio(ours, theirs), true, limit, " ×");
    }

    /** Ours is to be at most so many times theirs. */
    static PerformanceGoal atMost(double limit, String theirName, OptionalDouble ours, OptionalDouble theirs) {
        return new PerformanceGoal(
                "at most %s × %s".formatted(plain(limit), theirName), ratio(ours, theirs), false, limit, " ×");
    }

    /** A figure of ours is to be at most that. */
    static PerformanceGoal atMost(double limit, String wanted, String unit, OptionalDouble measured) {
        return new PerformanceGoal(wanted, measured, false, limit, unit);
    }

    Verdict verdict() {
        if (measured.isEmpty()) {
            return Verdict.NOT_MEASURED;
        }
        var figure = measured.getAsDouble();
        return (atLeast ? figure >= limit : figure <= limit) ? Verdict.YES : Verdict.NO;
    }

    /** What was measured, e.g. {@code "4.83 ×"}. */
    String shown() {
        return measured.isEmpty() ? "–" : Figure.shown(measured.getAsDouble()) + unit;
    }

    private static OptionalDouble ratio(OptionalDouble ours, OptionalDouble theirs) {
        return ours.isPresent() && theirs.isPresent() && theirs.getAsDouble() > 0
                ? OptionalDouble.of(ours.getAsDouble() / theirs.getAsDouble())
                : OptionalDouble.empty();
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
