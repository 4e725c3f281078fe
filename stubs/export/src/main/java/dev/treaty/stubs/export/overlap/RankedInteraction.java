package dev.treaty.stubs.export.overlap;

import au.com.dius.pact.core.matchers.RequestMatching;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.errors.PathText;
import dev.treaty.pacts.files.PactFile;
import java.util.Comparator;
import java.util.List;

/**
 * An HTTP interaction, and its position among all loaded ones.
 *
 * @param order its position among all of them, starting with 0
 */
public record RankedInteraction(PactFile file, V4Interaction.SynchronousHttp interaction, int order) {

    /**
     * Which interaction responds when several match: the one that specifies more parts of the request, then the one with fewer
     * rules, then the first. The stub server has the same order ({@code Selection} in {@code stubs/matching}).
     */
    public static final Comparator<RankedInteraction> BY_PRECEDENCE = Comparator.comparingInt(RankedInteraction::parts)
            .reversed()
            .thenComparingInt(RankedInteraction::rules)
            .thenComparingInt(RankedInteraction::order);

    /** The provider that responds. */
    public String provider() {
        return file.provider();
    }

    /** A sentence fragment, e.g. {@code "a request to create a payment"}. */
    public String description() {
        return interaction.getDescription();
    }

    /** The provider states that it requires. */
    public List<ProviderState> states() {
        return interaction.getProviderStates();
    }

    /** The expected request, with its rules. */
    public IRequest request() {
        return interaction.getRequest();
    }

    /** How many parts of a request it specifies: header fields, query parameters, the body. */
    public int parts() {
        return request().getHeaders().size()
                + request().getQuery().size()
                + (request().getBody().isMissing() ? 0 : 1);
    }

    /** How many rules its request has; the fewer, the more values must be equal. */
    public int rules() {
        var rules = request().getMatchingRules();
        return rules.getCategories().stream()
                .map(rules::rulesForCategory)
                .mapToInt(category -> category.getMatchingRules().values().stream()
                        .mapToInt(group -> group.getRules().size())
                        .sum())
                .sum();
    }

    /** Whether pact-jvm accepts the example of another interaction. */
    boolean accepts(RankedInteraction other) {
        var pact = file.pact();
        try {
            return RequestMatching.requestMismatches(
                            new V4Pact(
                                    pact.getConsumer(), pact.getProvider(), List.of(interaction), pact.getMetadata()),
                            interaction,
                            other.request())
                    .matchedOk();
        } catch (Exception
                | StackOverflowError
                        e) { // e.g. a path that is not a regex; some are checked exceptions that Kotlin does not
            // declare
            return false;
        }
    }

    @Override
    public String toString() {
        return "\"%s\" (%s)".formatted(description(), PathText.name(file.path()));
    }
}
