package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction;
import java.util.List;
import java.util.Map;

/** Compares which answers two interactions accept. */
public final class AnswerComparison {

    private AnswerComparison() {}

    /** How the answers that are accepted before and after differ. What cannot be read is undecided. */
    public static AnswerDifference difference(V4Interaction before, V4Interaction after) {
        var expectedBefore = ExpectedAnswers.of(before);
        var expectedAfter = ExpectedAnswers.of(after);
        if (haveSameMessages(before, after)) {
            return AnswerDifference.NONE;
        } else if (expectedBefore.isEmpty() || expectedAfter.isEmpty()) {
            return AnswerDifference.undecided("the answer, which consists of several messages");
        }
        try {
            return GeneratedValues.undecided(before, after).stream()
                    .map(AnswerDifference::undecided)
                    .reduce(difference(expectedBefore.get(), expectedAfter.get()), AnswerDifference::and);
        } catch (Exception | StackOverflowError e) { // pact-jvm throws exceptions of many types
            return AnswerDifference.undecided("the answer: " + e.getMessage());
        }
    }

    /** pact-jvm compares only the first of several; if all are the same, that does not matter. */
    private static boolean haveSameMessages(V4Interaction before, V4Interaction after) {
        return before instanceof V4Interaction.SynchronousMessages one
                && after instanceof V4Interaction.SynchronousMessages other
                && messages(one).equals(messages(other));
    }

    private static List<Map<String, ?>> messages(V4Interaction.SynchronousMessages messages) {
        return messages.getResponse().stream()
                .<Map<String, ?>>map(contents -> contents.toMap(PactSpecVersion.V4))
                .toList();
    }

    /** Whether they accept the same answers because they say the same. */
    public static boolean isSame(V4Interaction before, V4Interaction after) {
        var expectedBefore = ExpectedAnswers.of(before);
        var expectedAfter = ExpectedAnswers.of(after);
        return (expectedBefore.isPresent() && expectedAfter.isPresent())
                ? expectedBefore.get().isSameAs(expectedAfter.get())
                : expectedBefore.equals(expectedAfter);
    }

    /** Whether pact-jvm accepts or refuses the same answer by chance, so that no example shows anything. */
    public static boolean isDecidedByChance(V4Interaction interaction) {
        return ExpectedAnswers.of(interaction)
                .filter(WholeBody::isDecidedByChance)
                .isPresent();
    }

    private static AnswerDifference difference(ExpectedAnswer before, ExpectedAnswer after) {
        if (before.isSameAs(after)) {
            return AnswerDifference.NONE;
        }
        var base = SampleAnswer.of(before);
        return StatusComparison.difference(before, after, base)
                .and(new FieldComparison(before, after, base).difference())
                .and(new BodyComparison(before, after, base).difference());
    }
}
