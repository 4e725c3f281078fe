package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.answer.Acceptance;
import dev.treaty.pacts.compare.answer.Answer;
import dev.treaty.pacts.compare.answer.AnswerComparison;
import dev.treaty.pacts.compare.answer.AnswerDifference;
import dev.treaty.pacts.compare.answer.AnswerExample;
import dev.treaty.pacts.compare.answer.CommonAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether all answers that an interaction accepted are accepted still. An example counts only if pact-jvm accepts it for the old interaction, and for the
 * other old ones that are answered by the same, and refuses it for the new one: what it does not confirm is not proven.
 *
 * @param witnesses examples that pact-jvm confirmed; the smallest first
 * @param undecided what is not proven; irrelevant if there are witnesses
 */
record AnswerJudgement(Verdict verdict, List<Witness> witnesses, List<String> undecided) {

    /** For each, pact-jvm compares an answer twice. */
    private static final int MOST_EXAMPLES = 50;

    private static final String BY_CHANCE = "the answer, because pact-jvm accepts its body by chance";

    /**
     * Compares two interactions.
     *
     * @param together all interactions of the old contract that ask the same; a provider satisfies each of them
     */
    static AnswerJudgement of(
            V4Pact before, V4Interaction old, List<V4Interaction> together, V4Pact after, V4Interaction interaction) {
        var difference = AnswerComparison.difference(old, interaction);
        if (difference.isNone()) {
            var isSame = AnswerComparison.isSame(old, interaction);
            return new AnswerJudgement(isSame ? Verdict.SAME : Verdict.ASKS_NO_MORE, List.of(), List.of());
        }
        if (AnswerComparison.isDecidedByChance(old) || AnswerComparison.isDecidedByChance(interaction)) {
            return new AnswerJudgement(Verdict.NOT_PROVEN, List.of(), List.of(BY_CHANCE));
        }
        var others = together.stream().filter(each -> each != old).toList();
        var witnesses = difference.examples().stream()
                .limit(MOST_EXAMPLES)
                .map(example -> common(example, before, others))
                .filter(example -> isAccepted(before, old, example.answer()))
                .filter(example -> others.stream().allMatch(other -> isAccepted(before, other, example.answer())))
                .flatMap(example -> witness(example, after, interaction).stream())
                .collect(Collectors.toMap(Witness::at, witness -> witness, (first, next) -> first, LinkedHashMap::new));
        return witnesses.isEmpty()
                ? new AnswerJudgement(Verdict.NOT_PROVEN, List.of(), unconfirmed(difference))
                : new AnswerJudgement(Verdict.NARROWED, List.copyOf(witnesses.values()), List.of());
    }

    /** What the other interactions require is added. */
    private static AnswerExample common(AnswerExample example, V4Pact before, List<V4Interaction> others) {
        var answer = example.answer();
        for (var other : others) {
            if (!isAccepted(before, other, answer)) {
                answer = CommonAnswer.of(answer, other);
            }
        }
        return new AnswerExample(answer, example.at(), example.shown());
    }

    private static boolean isAccepted(V4Pact pact, V4Interaction interaction, Answer answer) {
        return Acceptance.refusals(pact, interaction, answer).isEmpty();
    }

    private static Optional<Witness> witness(AnswerExample example, V4Pact after, V4Interaction interaction) {
        return Acceptance.refusals(after, interaction, example.answer()).stream()
                .findFirst()
                .map(refusal -> new Witness(example.answer(), example.at(), example.shown(), refusal));
    }

    private static List<String> unconfirmed(AnswerDifference difference) {
        var undecided = difference.undecided();
        var others = difference.examples().stream()
                .map(AnswerExample::at)
                .filter(at -> undecided.stream().noneMatch(part -> part.startsWith(at + ", ")));
        return Stream.concat(undecided.stream(), others).distinct().toList();
    }
}
