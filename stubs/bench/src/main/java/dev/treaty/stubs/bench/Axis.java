package dev.treaty.stubs.bench;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Numbers along a line of a chart, logarithmically.
 *
 * @param lowest the power of ten at its beginning, as exponent
 * @param highest the power of ten at its end, as exponent
 * @param from where it begins, in the chart's units
 * @param to where it ends
 */
record Axis(int lowest, int highest, int from, int to) {

    /** From the power of ten below all values to the one above. */
    static Axis around(DoubleStream values, int from, int to) {
        var exponents = values.map(Math::log10).summaryStatistics();
        if (exponents.getCount() == 0) {
            return new Axis(0, 1, from, to);
        }
        var lowest = (int) Math.floor(exponents.getMin());
        return new Axis(lowest, Math.max(lowest + 1, (int) Math.ceil(exponents.getMax())), from, to);
    }

    /** Where a value is. */
    int at(double value) {
        return (int) Math.round(from + (Math.log10(value) - lowest) / (highest - lowest) * (to - from));
    }

    /** All powers of ten on it. */
    DoubleStream powers() {
        return IntStream.rangeClosed(lowest, highest).mapToDouble(power -> Math.pow(10, power));
    }
}
