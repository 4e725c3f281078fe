package dev.treaty.pacts.compare.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * How the answers that two contracts accept differ.
 *
 * @param examples answers that were probably accepted before and are not now
 * @param undecided parts of which it is not known
 */
public record AnswerDifference(List<AnswerExample> examples, List<String> undecided) {

    static final AnswerDifference NONE = new AnswerDifference(List.of(), List.of());

    /** Copies the lists. */
    public AnswerDifference {
        examples = List.copyOf(examples);
        undecided = List.copyOf(undecided);
    }

    /** Whether it is proven that all answers that were accepted are accepted still. */
    public boolean isNone() {
        return examples.isEmpty() && undecided.isEmpty();
    }

    static AnswerDifference undecided(String part) {
        return new AnswerDifference(List.of(), List.of(part));
    }

    static AnswerDifference of(Answer answer, String at, String shown) {
        return new AnswerDifference(List.of(new AnswerExample(answer, at, shown)), List.of());
    }

    AnswerDifference and(AnswerDifference other) {
        var all = new ArrayList<>(examples);
        all.addAll(other.examples);
        var parts = new ArrayList<>(undecided);
        parts.addAll(other.undecided);
        return new AnswerDifference(all, parts);
    }
}
