package dev.treaty.stubs.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Which interaction answers when several could.
 *
 * <ol>
 *   <li>The provider states that the request asks for, with the header {@value RequestedState#HEADER}: an interaction must
 *       have all of them. One state a header field, its name alone or followed by a JSON object of parameters that must be
 *       among the state's: {@code a customer exists {"id":"cus_42"}}. If no matching interaction has them, none answers.
 *   <li>The more specific interaction: first the one that speaks of more parts of the request, i.e. header fields, query
 *       parameters and the body; then the one with fewer matching rules, for it asks for more exact values. (pact-jvm's own
 *       score says nothing here: it counts a form field that a rule accepts, and not one that is exactly equal.)
 *   <li>The one that comes first: by the order of the files, then by the order in the file.
 * </ol>
 *
 * For messages, the states in the request's body take the place of the header, and among messages of the same description
 * the one with the fewest states that were not asked for is the more specific.
 *
 * @param answering the interactions that may answer, the one that does first
 * @param contending the most specific ones, if only their order decides and they do not answer the same
 */
record Selection(List<HttpReplay> answering, List<HttpReplay> contending) {

    private static final Comparator<Comparison> SPECIFIC_FIRST = Comparator.<Comparison>comparingInt(
                    match -> match.interaction().parts())
            .reversed()
            .thenComparingInt(match -> match.interaction().rules());

    private static final Comparator<Comparison> IN_ORDER =
            Comparator.comparingLong(match -> match.interaction().origin().order());

    private static final Comparator<MessageReplay> CLOSEST_FIRST = Comparator.<MessageReplay>comparingInt(
                    message -> message.origin().states().size())
            .thenComparingLong(message -> message.origin().order());

    static Selection of(List<Comparison> comparisons, List<RequestedState> states) {
        var matching = new ArrayList<Comparison>(comparisons.size());
        for (var comparison : comparisons) {
            if (comparison.matches() && comparison.interaction().holds(states)) {
                matching.add(comparison);
            }
        }
        if (matching.size() < 2) {
            return new Selection(interactions(matching), List.of());
        }
        var sorted =
                matching.stream().sorted(SPECIFIC_FIRST.thenComparing(IN_ORDER)).toList();
        return new Selection(interactions(sorted), contending(sorted));
    }

    private static List<HttpReplay> contending(List<Comparison> sorted) {
        var first = sorted.get(0);
        var equals = interactions(sorted.stream()
                .filter(match -> SPECIFIC_FIRST.compare(first, match) == 0)
                .toList());
        return equals.stream().allMatch(first.interaction()::answersLike) ? List.of() : equals;
    }

    private static List<HttpReplay> interactions(List<Comparison> comparisons) {
        var interactions = new ArrayList<HttpReplay>(comparisons.size());
        comparisons.forEach(comparison -> interactions.add(comparison.interaction()));
        return interactions;
    }

    /** The messages that may answer, the one that does first. */
    static List<MessageReplay> of(Collection<MessageReplay> messages, MessageRequest request) {
        return messages.stream()
                .filter(message -> message.origin().description().equals(request.description()))
                .filter(message -> message.holds(request.states()))
                .sorted(CLOSEST_FIRST)
                .toList();
    }
}
