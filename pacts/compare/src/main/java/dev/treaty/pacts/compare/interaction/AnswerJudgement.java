package dev.treaty.pacts.compare.interaction;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.answer.Acceptance;
import dev.treaty.pacts.compare.answer.AnswerComparison;
import dev.treaty.pacts.compare.answer.AnswerDifference;
import dev.treaty.pacts.compare.answer.AnswerExample;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether all answers that an interaction accepted are accepted still. An example counts only if pact-jvm accepts it for the old interaction
 * and refuses it for the new one: what it does not confirm is not proven.
 *
 * @param witnesses examples that pact-jvm confirmed; the smallest first
 * @param undecided what is not proven; irrelevant if there are witnesses
 */
record AnswerJudgement(Verdict verdict, List<Witness> witnesses, List<String> undecided) {

    /** For each, pact-jvm compares an answer twice. */
    private static final int MOST_EXAMPLES = 50;

    private static final String BY_CHANCE = "the answer, because pact-jvm accepts its body by chance";

    static AnswerJudgement of(V4Pact before, V4Interaction old, V4Pact after, V4Interaction interaction) {
        var difference = AnswerComparison.difference(old, interaction);
        if (difference.isNone()) {
            var isSame = AnswerComparison.isSame(old, interaction);
            return new AnswerJudgement(isSame ? Verdict.SAME : Verdict.ASKS_NO_MORE, List.of(), List.of());
        }
        if (AnswerComparison.isDecidedByChance(old) || AnswerComparison.isDecidedByChance(interaction)) {
            return new AnswerJudgement(Verdict.NOT_PROVEN, List.of(), List.of(BY_CHANCE));
        }
        var witnesses = witnesses(difference, before, old, after, interaction);
        return witnesses.isEmpty()
                ? new AnswerJudgement(Verdict.NOT_PROVEN, List.of(), unconfirmed(difference))
                : new AnswerJudgement(Verdict.NARROWED, witnesses, List.of());
    }

    private static List<Witness> witnesses(
            AnswerDifference difference, V4Pact before, V4Interaction old, V4Pact after, V4Interaction interaction) {
        var witnesses = new ArrayList<Witness>();
        var places = new ArrayList<String>();
        for (var example : difference.examples().stream().limit(MOST_EXAMPLES).toList()) {
            if (places.contains(example.at())
                    || !Acceptance.refusals(before, old, example.answer()).isEmpty()) {
                continue;
            }
            var refusals = Acceptance.refusals(after, interaction, example.answer());
            if (!refusals.isEmpty()) {
                places.add(example.at());
                witnesses.add(new Witness(example.answer(), example.at(), example.shown(), refusals.get(0)));
            }
        }
        return witnesses;
    }

    private static List<String> unconfirmed(AnswerDifference difference) {
        var undecided = difference.undecided();
        var others = difference.examples().stream()
                .map(AnswerExample::at)
                .filter(at -> undecided.stream().noneMatch(part -> part.startsWith(at + ", ")));
        return Stream.concat(undecided.stream(), others).distinct().toList();
    }
}
