package dev.treaty.provider.environmentcloner.bench;

import java.util.List;
import java.util.stream.IntStream;

/** Figures of several rounds. */
final class Rounds {

    private Rounds() {}

    /** The median, so that a single disturbed round changes nothing; of at least one. */
    static double median(List<Double> figures) {
        var sorted = figures.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /**
     * The median of each round's ratio: two figures of a round were measured one right after the other, so that a machine that is slower for a minute
     * changes neither more than the other.
     */
    static double medianRatio(List<Double> figures, List<Double> others) {
        return median(IntStream.range(0, figures.size())
                .mapToObj(round -> figures.get(round) / others.get(round))
                .toList());
    }

    /** The largest. */
    static double worst(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
