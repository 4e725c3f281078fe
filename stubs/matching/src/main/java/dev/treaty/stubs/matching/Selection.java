package dev.treaty.stubs.matching;

import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.interaction.MessageInteraction;
import dev.treaty.stubs.matching.interaction.ReplayedInteraction;
import dev.treaty.stubs.matching.pact.Comparison;
import dev.treaty.stubs.matching.request.MessageRequest;
import dev.treaty.stubs.matching.request.RequestedState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the interaction that answers if several match.
 *
 * <ol>
 *   <li>The provider states that the request asks for with the header {@value RequestedState#HEADER}: an interaction must have all of
 *       them. Each header names one state, alone or followed by a JSON object of parameters that must be among the state's:
 *       {@code a customer exists {"id":"cus_42"}}. If no matching interaction has them, none answers.
 *   <li>If the request asks for none: the interaction that has more of the states that were given to the server. An interaction that
 *       has none of them answers if no other matches, because a client requests more than one thing in a test.
 *   <li>The more specific interaction: first the one that mentions more parts of the request, i.e. headers, query parameters and the
 *       body; then the one with fewer matching rules, because it expects more exact values. (pact-jvm's own score is no help here: it
 *       counts a form field that a rule accepts, but not one that is exactly equal.)
 *   <li>The one that comes first: by the order of the files, then by the order in the file.
 * </ol>
 *
 * For messages, the states in the request's body count like those in the header, and among messages with the same description the one
 * with the fewest states that were not asked for is more specific.
 *
 * @param answering the interactions that may answer, the chosen one first
 * @param ambiguous the most specific ones, if only their order decides and they do not respond alike
 */
record Selection(List<HttpInteraction> answering, List<HttpInteraction> ambiguous) {

    private static final Comparator<Comparison> SPECIFIC_FIRST = Comparator.<Comparison>comparingInt(
                    match -> match.interaction().partCount())
            .reversed()
            .thenComparingInt(match -> match.interaction().ruleCount());

    private static final Comparator<Comparison> IN_ORDER =
            Comparator.comparingLong(match -> match.interaction().origin().order());

    private static final Comparator<ReplayedInteraction> CLOSEST_FIRST = Comparator.<ReplayedInteraction>comparingInt(
                    message -> message.origin().states().size())
            .thenComparingLong(message -> message.origin().order());

    /**
     * @param states that the request asks for
     * @param given to all requests that ask for none
     */
    static Selection of(List<Comparison> comparisons, List<RequestedState> states, List<RequestedState> given) {
        var matching = new ArrayList<Comparison>(comparisons.size());
        for (var comparison : comparisons) {
            if (comparison.matches() && comparison.interaction().hasAll(states)) {
                matching.add(comparison);
            }
        }
        if (matching.size() < 2) {
            return new Selection(interactions(matching), List.of());
        }
        var bestFirst = states.isEmpty() && !given.isEmpty()
                ? Comparator.comparing(Comparison::interaction, mostStatesFirst(given))
                        .thenComparing(SPECIFIC_FIRST)
                : SPECIFIC_FIRST;
        var sorted = matching.stream().sorted(bestFirst.thenComparing(IN_ORDER)).toList();
        return new Selection(interactions(sorted), ambiguous(sorted, bestFirst));
    }

    private static Comparator<ReplayedInteraction> mostStatesFirst(List<RequestedState> given) {
        return Comparator.<ReplayedInteraction>comparingInt(interaction -> interaction.countOf(given))
                .reversed();
    }

    private static List<HttpInteraction> ambiguous(List<Comparison> sorted, Comparator<Comparison> bestFirst) {
        var first = sorted.get(0);
        var equals = interactions(sorted.stream()
                .filter(match -> bestFirst.compare(first, match) == 0)
                .toList());
        return equals.stream().allMatch(first.interaction()::respondsLike) ? List.of() : equals;
    }

    private static List<HttpInteraction> interactions(List<Comparison> comparisons) {
        var interactions = new ArrayList<HttpInteraction>(comparisons.size());
        comparisons.forEach(comparison -> interactions.add(comparison.interaction()));
        return interactions;
    }

    /** The messages that may answer, the one that does first. */
    static List<MessageInteraction> of(
            Collection<MessageInteraction> messages, MessageRequest request, List<RequestedState> given) {
        var bestFirst =
                request.states().isEmpty() ? mostStatesFirst(given).thenComparing(CLOSEST_FIRST) : CLOSEST_FIRST;
        return messages.stream()
                .filter(message -> message.origin().description().equals(request.description()))
                .filter(message -> message.hasAll(request.states()))
                .sorted(bestFirst)
                .toList();
    }
}
