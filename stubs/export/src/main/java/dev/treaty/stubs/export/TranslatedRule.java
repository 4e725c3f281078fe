package dev.treaty.stubs.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one rule of an interaction became.
 *
 * @param place of the request, or of the response, e.g. {@code "header Authorization"} or {@code "body $.email"}
 * @param rule as the contract has it, e.g. {@code "regex \d+"}; {@code "equal"} if it has none there
 * @param wireMock what says it in a mapping, e.g. {@code "matches"}
 * @param losses sorted; empty if it is exact
 */
public record TranslatedRule(String place, String rule, String wireMock, List<Loss> losses) {

    /** Keeps a copy. */
    public TranslatedRule {
        losses = List.copyOf(new TreeSet<>(losses));
    }

    static TranslatedRule exact(String place, String rule, String wireMock) {
        return new TranslatedRule(place, rule, wireMock, List.of());
    }

    static TranslatedRule of(String place, String rule, String wireMock, Set<Loss> losses) {
        return new TranslatedRule(place, rule, wireMock, List.copyOf(losses));
    }

    /** Whether stock WireMock judges it as Pact does. */
    public boolean isExact() {
        return losses.isEmpty();
    }

    TranslatedRule with(Loss loss) {
        var more = new ArrayList<>(losses);
        more.add(loss);
        return new TranslatedRule(place, rule, wireMock, more);
    }
}
