package dev.treaty.stubs.replay;

import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import java.util.Comparator;
import java.util.List;

/**
 * What pact-jvm says of a request and an interaction.
 *
 * @param matches whether pact-jvm's mock server would accept the request
 * @param score pact-jvm's own; the higher, the more parts of the request agree
 * @param mismatches every difference; empty if it matches
 * @param failure why pact-jvm could not compare at all, otherwise empty
 */
record Comparison(HttpReplay interaction, boolean matches, int score, List<Mismatch> mismatches, String failure) {

    /** For what is told of a request that matches none. */
    static final Comparator<Comparison> NEAREST_FIRST = Comparator.comparingInt(Comparison::score)
            .reversed()
            .thenComparingInt(comparison -> comparison.mismatches().size())
            .thenComparingInt(comparison -> comparison.interaction().origin().order());

    static Comparison of(HttpReplay interaction, RequestMatchResult result) {
        return new Comparison(interaction, result.matchedOk(), result.calculateScore(), result.getMismatches(), "");
    }

    /** Whether only the rest differs. */
    boolean isForMethodAndPath() {
        return failure.isEmpty()
                && mismatches.stream()
                        .noneMatch(mismatch -> mismatch instanceof MethodMismatch || mismatch instanceof PathMismatch);
    }

    /** The mock server answers 500 then, which refuses the request. */
    static Comparison failed(HttpReplay interaction, Exception reason) {
        return new Comparison(interaction, false, Integer.MIN_VALUE, List.of(), String.valueOf(reason.getMessage()));
    }
}
