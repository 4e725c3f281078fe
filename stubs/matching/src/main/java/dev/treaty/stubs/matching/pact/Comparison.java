package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import au.com.dius.pact.core.model.Request;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** pact-jvm's verdict on a request and an interaction. */
public final class Comparison {

    /** For explaining why a request matches no interaction. */
    public static final Comparator<Comparison> NEAREST_FIRST = Comparator.comparingInt(Comparison::score)
            .reversed()
            .thenComparingInt(comparison -> comparison.mismatches().size())
            .thenComparingLong(comparison -> comparison.interaction().origin().order());

    private final HttpInteraction interaction;
    private final Optional<RequestMatchResult> result;
    private final boolean matches;
    private final String failure;

    private Comparison(HttpInteraction interaction, Optional<RequestMatchResult> result, String failure) {
        this.interaction = interaction;
        this.result = result;
        this.failure = failure;
        matches = result.isPresent() && result.get().matchedOk();
    }

    /** Has pact-jvm compare the two. */
    public static Comparison of(HttpInteraction interaction, Request request) {
        try {
            var result = PartwiseMatching.compare(interaction.expected(), request);
            return new Comparison(interaction, Optional.of(result), "");
        } catch (Exception | StackOverflowError e) {
            // an invalid regex in the contract, a body that is not XML, deeply nested lists, and more;
            // pact-jvm's mock server answers 500 then, which refuses the request
            var failure = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            return new Comparison(interaction, Optional.empty(), failure);
        }
    }

    /** The same verdict for another interaction that expects the same request. */
    public Comparison appliedTo(HttpInteraction twin) {
        return new Comparison(twin, result, failure);
    }

    /** The interaction that the request was compared with. */
    public HttpInteraction interaction() {
        return interaction;
    }

    /** Whether pact-jvm's mock server would accept the request. */
    public boolean matches() {
        return matches;
    }

    /** pact-jvm's score: the higher, the more parts of the request agree. */
    private int score() {
        return result.map(RequestMatchResult::calculateScore).orElse(Integer.MIN_VALUE);
    }

    /** Every mismatch; none if the request matches. */
    public List<Mismatch> mismatches() {
        return result.map(RequestMatchResult::getMismatches).orElse(List.of());
    }

    /** Why pact-jvm could not compare them at all, otherwise empty. */
    public String failure() {
        return failure;
    }

    /** Whether method and path match, whatever else differs. */
    public boolean matchesMethodAndPath() {
        return result.map(RequestMatchResult::matchedMethodAndPath).orElse(false);
    }
}
