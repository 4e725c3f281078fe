package dev.treaty.stubs.bench.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measured numbers, with as many digits as a benchmark can vouch for; the same in every locale, because they go into files. */
public final class Figures {

    private Figures() {}

    /** E.g. 31,204 or 312 or 31.2 or 3.12. */
    public static String rounded(double number) {
        var decimals = number >= 100 || number == 0 ? 0 : number >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }

    /** E.g. 100,000. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Bytes as e.g. {@code "41.2 MiB"}. */
    public static String mebibytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MiB", bytes / (double) (1 << 20));
    }

    /**
     * The median, so that a single disturbed round changes nothing.
     *
     * @param numbers at least one
     */
    public static double median(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The median of what each round says: two figures of the same round were measured one right after the other, so that a machine which is
     * slower for a minute changes neither more than the other.
     *
     * @param numbers one of each round
     * @param others of the same rounds, each above 0
     */
    public static double medianRatio(List<Double> numbers, List<Double> others) {
        return median(IntStream.range(0, numbers.size())
                .mapToObj(round -> numbers.get(round) / others.get(round))
                .toList());
    }
}
