package dev.treaty.stubs.export.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of one rule of an interaction.
 *
 * @param place of the request, or of the response, e.g. {@code "header Authorization"} or {@code "body $.email"}
 * @param rule as in the contract, e.g. {@code "regex \d+"}; {@code "equal"} if it has none there
 * @param wireMock the pattern for it in a mapping, e.g. {@code "matches"}
 * @param deviations sorted; empty if it is exact
 */
public record TranslatedRule(String place, String rule, String wireMock, List<Deviation> deviations) {

    /** Keeps a copy. */
    public TranslatedRule {
        deviations = List.copyOf(new TreeSet<>(deviations));
    }

    static TranslatedRule exact(String place, String rule, String wireMock) {
        return new TranslatedRule(place, rule, wireMock, List.of());
    }

    static TranslatedRule of(String place, String rule, String wireMock, Set<Deviation> deviations) {
        return new TranslatedRule(place, rule, wireMock, List.copyOf(deviations));
    }

    /** Whether stock WireMock judges it as Pact does. */
    public boolean isExact() {
        return deviations.isEmpty();
    }

    TranslatedRule with(Deviation deviation) {
        var more = new ArrayList<>(deviations);
        more.add(deviation);
        return new TranslatedRule(place, rule, wireMock, more);
    }
}
