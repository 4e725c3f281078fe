package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares which status codes are accepted. */
final class StatusComparison {

    private StatusComparison() {}

    /** The status codes that are accepted, the example's first. */
    static IntStream accepted(ExpectedAnswer expected) {
        return IntStream.concat(IntStream.of(expected.status()), IntStream.rangeClosed(100, 599))
                .distinct()
                .filter(status -> isAccepted(expected, status));
    }

    private static boolean isAccepted(ExpectedAnswer expected, int status) {
        var rules = new MatchingContext(expected.statusRules(), true, Map.of(), false);
        try {
            return Matching.INSTANCE.matchStatus(expected.status(), status, rules) == null;
        } catch (Exception e) { // a rule that is not for a status
            return false;
        }
    }

    /** @param base an answer that was accepted before */
    static AnswerDifference difference(ExpectedAnswer before, ExpectedAnswer after, Answer base) {
        return before.kind() != ExpectedAnswer.Kind.RESPONSE
                        || (before.status() == after.status()
                                && before.statusRules().equals(after.statusRules()))
                ? AnswerDifference.NONE
                : accepted(before)
                        .filter(status -> !isAccepted(after, status))
                        .boxed()
                        .findFirst()
                        .map(status -> AnswerDifference.of(base.withStatus(status), "status", "" + status))
                        .orElse(AnswerDifference.NONE);
    }
}
