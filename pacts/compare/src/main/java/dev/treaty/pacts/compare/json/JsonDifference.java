package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How two sets of JSON values differ.
 *
 * @param counterexamples values that are probably in the one and not in the other
 * @param undecided places where it is not known whether there are any
 */
public record JsonDifference(List<Counterexample> counterexamples, List<String> undecided) {

    /** Every value of the one is in the other. */
    public static final JsonDifference NONE = new JsonDifference(List.of(), List.of());

    /** Copies the lists. */
    public JsonDifference {
        counterexamples = List.copyOf(counterexamples);
        undecided = List.copyOf(undecided);
    }

    /** Whether it is proven that there is none. */
    public boolean isNone() {
        return counterexamples.isEmpty() && undecided.isEmpty();
    }

    static JsonDifference undecided(String where) {
        return new JsonDifference(List.of(), List.of(where));
    }

    static JsonDifference of(Counterexample example) {
        return new JsonDifference(List.of(example), List.of());
    }

    JsonDifference and(JsonDifference other) {
        if (other.isNone()) {
            return this;
        }
        var examples = new ArrayList<>(counterexamples);
        examples.addAll(other.counterexamples);
        var places = new ArrayList<>(undecided);
        places.addAll(other.undecided);
        return new JsonDifference(examples, places);
    }

    /** The same difference within larger values. Where there is no such value, it is not known whether the difference exists. */
    <T extends JsonValue> JsonDifference within(Function<Counterexample, Optional<T>> larger, String where) {
        var difference = new JsonDifference(List.of(), undecided);
        for (var example : counterexamples) {
            difference = difference.and(
                    larger.apply(example).map(value -> of(example.in(value))).orElseGet(() -> undecided(where)));
        }
        return difference;
    }
}
