package dev.treaty.pacts.compare.property;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.compare.answer.Acceptance;
import dev.treaty.pacts.compare.answer.Answer;
import dev.treaty.pacts.compare.interaction.ContractComparison;
import dev.treaty.pacts.compare.interaction.InteractionChange;
import dev.treaty.pacts.compare.interaction.Verdict;
import dev.treaty.pacts.compare.interaction.Verdict.Effect;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * For any two versions of a contract: if compare says that the second asks no more, pact-jvm accepts every answer for the second that it accepts for the
 * first. If it says that fewer answers are accepted, pact-jvm accepts each witness for the first and refuses it for the second.
 *
 * <p>A failure names the seed of its case: {@code new Random(seed)} makes the same again.
 */
class ComparePropertyTest {

    /** The same in every build. A pair of contracts that is called safe gets this many answers; the others are checked by their witnesses. */
    @Test
    void what_compare_says_is_what_pact_jvm_does() {
        check(0, 10_000, 8);
    }

    /** Others every night, and more answers. */
    @Test
    @Tag("nightly")
    void what_compare_says_is_what_pact_jvm_does_all_night() {
        check(System.currentTimeMillis() * 1_000, 100_000, 24);
    }

    private static void check(long firstSeed, int cases, int answers) {
        var trials = LongStream.range(firstSeed, firstSeed + cases)
                .parallel()
                .mapToObj(seed -> trial(seed, answers))
                .toList();

        assertThat(trials.stream()
                        .flatMap(trial -> trial.contradictions().stream())
                        .limit(5))
                .isEmpty();
        assertVaried(trials);
    }

    /** A test of random cases is worth as much as they differ. */
    private static void assertVaried(List<Trial> trials) {
        var verdicts = new EnumMap<Verdict, Integer>(Verdict.class);
        trials.forEach(trial -> verdicts.merge(trial.verdict(), 1, Integer::sum));
        var proven = trials.stream()
                .filter(trial -> trial.verdict() == Verdict.ASKS_NO_MORE)
                .toList();

        assertThat(verdicts).as("verdicts of " + trials.size() + " cases").satisfies(counts -> {
            assertThat(counts.get(Verdict.ASKS_NO_MORE)).isGreaterThan(trials.size() / 20);
            assertThat(counts.get(Verdict.NARROWED)).isGreaterThan(trials.size() / 4);
            assertThat(counts.getOrDefault(Verdict.NOT_PROVEN, 0)).isLessThan(trials.size() / 4);
        });
        assertThat(proven.stream().mapToInt(Trial::accepted).sum())
                .as("answers that were accepted for the first version of %d contracts that ask no more", proven.size())
                .isGreaterThan(proven.size());
        System.out.printf("%,d contracts compared: %s%n", trials.size(), verdicts);
    }

    private static Trial trial(long seed, int count) {
        var random = new Random(seed);
        var before = RandomContract.any(random);
        var after = before.changed(random);
        var pactBefore = before.pact();
        var pactAfter = after.pact();
        var change = ContractComparison.changes(pactBefore, pactAfter).get(0);
        var isSafe = change.verdict().effect() == Effect.SAFE;
        var answers = new RandomAnswers(random)
                .like(before, after, isSafe ? count : 0).stream()
                        .filter(answer -> isAccepted(pactBefore, answer))
                        .toList();
        var contradictions = contradictions(change, pactBefore, pactAfter, answers).stream()
                .map(what -> "seed %d: %s%n  before: %s%n  after:  %s".formatted(seed, what, before, after))
                .toList();
        return new Trial(change.verdict(), answers.size(), contradictions);
    }

    private static List<String> contradictions(
            InteractionChange change, V4Pact before, V4Pact after, List<Answer> accepted) {
        if (change.verdict().effect() == Effect.SAFE) {
            return accepted.stream()
                    .filter(answer -> !isAccepted(after, answer))
                    .map(answer -> change.verdict() + ", but refused: " + shown(answer))
                    .toList();
        }
        return change.witnesses().stream()
                .filter(witness -> !isAccepted(before, witness.answer()) || isAccepted(after, witness.answer()))
                .map(witness -> change.verdict() + ", but not: " + shown(witness.answer()))
                .toList();
    }

    private static String shown(Answer answer) {
        return Map.of(
                        "status",
                        answer.status(),
                        "fields",
                        answer.fields(),
                        "body",
                        answer.body().valueAsString())
                .toString();
    }

    private static boolean isAccepted(V4Pact pact, Answer answer) {
        var interaction = (V4Interaction) pact.getInteractions().get(0);
        return Acceptance.refusals(pact, interaction, answer).isEmpty();
    }

    /**
     * One case.
     *
     * @param accepted how many of the random answers were accepted for the first version
     */
    private record Trial(Verdict verdict, int accepted, List<String> contradictions) {}
}
