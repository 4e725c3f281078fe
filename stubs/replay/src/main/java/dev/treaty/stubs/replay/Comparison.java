package dev.treaty.stubs.replay;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What pact-jvm says of a request and an interaction. */
final class Comparison {

    /** For what is told of a request that matches none. */
    static final Comparator<Comparison> NEAREST_FIRST = Comparator.comparingInt(Comparison::score)
            .reversed()
            .thenComparingInt(comparison -> comparison.mismatches().size())
            .thenComparingLong(comparison -> comparison.interaction().origin().order());

    private final HttpReplay interaction;
    private final Optional<RequestMatchResult> result;
    private final boolean matches;
    private final String failure;

    private Comparison(HttpReplay interaction, Optional<RequestMatchResult> result, String failure) {
        this.interaction = interaction;
        this.result = result;
        this.failure = failure;
        matches = result.isPresent() && result.get().matchedOk();
    }

    static Comparison of(HttpReplay interaction, RequestMatchResult result) {
        return new Comparison(interaction, Optional.of(result), "");
    }

    /** The mock server answers 500 then, which refuses the request. */
    static Comparison failed(HttpReplay interaction, Throwable reason) {
        return new Comparison(
                interaction,
                Optional.empty(),
                reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage());
    }

    /** The same for another interaction that expects the same request. */
    Comparison of(HttpReplay twin) {
        return new Comparison(twin, result, failure);
    }

    HttpReplay interaction() {
        return interaction;
    }

    /** Whether pact-jvm's mock server would accept the request. */
    boolean matches() {
        return matches;
    }

    /** pact-jvm's own; the higher, the more parts of the request agree. */
    int score() {
        return result.map(RequestMatchResult::calculateScore).orElse(Integer.MIN_VALUE);
    }

    /** Every difference; empty if it matches. */
    List<Mismatch> mismatches() {
        return result.map(RequestMatchResult::getMismatches).orElse(List.of());
    }

    /** Why pact-jvm could not compare at all, otherwise empty. */
    String failure() {
        return failure;
    }

    /** Whether only the rest differs. */
    boolean isForMethodAndPath() {
        return result.map(RequestMatchResult::matchedMethodAndPath).orElse(false);
    }
}
