package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import au.com.dius.pact.core.model.Request;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import java.util.Comparator;
import java.util.List;

/** pact-jvm's verdict on a request and an interaction. */
public final class Comparison {

    /** For explaining why a request matches no interaction. */
    public static final Comparator<Comparison> NEAREST_FIRST = Comparator.comparingInt(Comparison::score)
            .reversed()
            .thenComparingInt(comparison -> comparison.mismatches().size())
            .thenComparingLong(comparison -> comparison.interaction().origin().order());

    private final HttpInteraction interaction;
    private final RequestMatchResult result;
    private final boolean matches;

    private Comparison(HttpInteraction interaction, RequestMatchResult result) {
        this.interaction = interaction;
        this.result = result;
        matches = result.matchedOk();
    }

    /** Has pact-jvm compare the two. */
    public static Comparison of(HttpInteraction interaction, Request request) {
        return new Comparison(interaction, PartwiseMatching.compare(interaction, request));
    }

    /** The same verdict for another interaction that expects the same request. */
    public Comparison appliedTo(HttpInteraction twin) {
        return new Comparison(twin, result);
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
        return result.calculateScore();
    }

    /** Every mismatch; none if the request matches. */
    public List<Mismatch> mismatches() {
        return result.getMismatches();
    }

    /**
     * Whether method and path match, whatever else differs. A path that pact-jvm cannot compare, because the contract's regex for it is
     * invalid, matches if it is the example.
     */
    public boolean matchesMethodAndPath() {
        var path = result.getPath();
        return result.getMethod() == null
                && (path == null
                        || (ComparisonFailure.isReasonOf(path.getMismatch())
                                && path.getExpected().equals(path.getActual())));
    }
}
