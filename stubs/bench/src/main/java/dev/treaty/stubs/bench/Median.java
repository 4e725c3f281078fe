package dev.treaty.stubs.bench;

import java.util.List;

/** The one in the middle, so that one round that something else disturbed decides nothing. */
final class Median {

    private Median() {}

    /** Of at least one number; the mean of the two in the middle if they are even in number. */
    static double of(List<Double> numbers) {
        var sorted = numbers.stream().sorted().toList();
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
