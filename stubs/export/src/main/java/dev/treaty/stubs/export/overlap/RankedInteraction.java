package dev.treaty.stubs.export.overlap;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.files.PactFile;
import java.util.Comparator;
import java.util.List;

/**
 * An HTTP interaction among all that are loaded.
 *
 * @param order its place among all of them, from 0 on
 */
public record RankedInteraction(PactFile file, V4Interaction.SynchronousHttp interaction, int order) {

    /**
     * Who answers when several could: the one that speaks of more parts of the request, then the one with fewer rules, then
     * the one that comes first. The stub server has the same order ({@code Selection} in {@code stubs/matching}).
     */
    public static final Comparator<RankedInteraction> ANSWERS_FIRST = Comparator.comparingInt(RankedInteraction::parts)
            .reversed()
            .thenComparingInt(RankedInteraction::rules)
            .thenComparingInt(RankedInteraction::order);

    /** Who must answer. */
    public String provider() {
        return file.provider();
    }

    /** A sentence fragment, e.g. {@code "a request to create a payment"}. */
    public String description() {
        return interaction.getDescription();
    }

    /** What must be so at the provider. */
    public List<ProviderState> states() {
        return interaction.getProviderStates();
    }

    /** What is asked, with its rules. */
    public IRequest request() {
        return interaction.getRequest();
    }

    /** How many parts of a request it speaks of: header fields, query parameters, the body. */
    public int parts() {
        return request().getHeaders().size()
                + request().getQuery().size()
                + (request().getBody().isMissing() ? 0 : 1);
    }

    /** How many rules its request has; the fewer, the more exact values it asks for. */
    public int rules() {
        var rules = request().getMatchingRules();
        return rules.getCategories().stream()
                .map(rules::rulesForCategory)
                .mapToInt(category -> category.getMatchingRules().values().stream()
                        .mapToInt(group -> group.getRules().size())
                        .sum())
                .sum();
    }

    /** Whether pact-jvm would accept what another interaction has as its example. */
    boolean accepts(RankedInteraction other) {
        var pact = file.pact();
        try {
            return RequestMatching.requestMismatches(
                            new V4Pact(
                                    pact.getConsumer(), pact.getProvider(), List.of(interaction), pact.getMetadata()),
                            interaction,
                            other.request())
                    .matchedOk();
        } catch (Exception e) { // e.g. a path that is no regex; some are checked and undeclared
            return false;
        }
    }

    @Override
    public String toString() {
        return "\"%s\" (%s)".formatted(description(), file.path().getFileName());
    }
}
