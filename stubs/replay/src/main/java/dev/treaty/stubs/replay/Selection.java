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
 *   <li>If the request asks for none: the interaction that has more of the states that {@link ReplayServer.Builder#given} names.
 *       One that has none of them answers if no other matches, for a client asks for more than one thing in a test.
 *   <li>The more specific interaction: first the one that speaks of more parts of the request, i.e. header fields, query
 *       parameters and the body; then the one with fewer matching rules, for it asks for more exact values. (pact-jvm's own
 *       score says nothing here: it counts a form field that a rule accepts, and not one that is exactly equal.)
 *   <li>The one that comes first: by the order of the files, then by the order in the file.
 * </ol>
 *
 * For messages, the states in the request's body count as those of the header do, and among messages of the same description
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

    private static final Comparator<Replay> CLOSEST_FIRST = Comparator.<Replay>comparingInt(
                    message -> message.origin().states().size())
            .thenComparingLong(message -> message.origin().order());

    /**
     * @param states that the request asks for
     * @param given to all requests that ask for none
     */
    static Selection of(List<Comparison> comparisons, List<RequestedState> states, List<RequestedState> given) {
        var matching = new ArrayList<Comparison>(comparisons.size());
        for (var comparison : comparisons) {
            if (comparison.matches() && comparison.interaction().holds(states)) {
                matching.add(comparison);
            }
        }
        if (matching.size() < 2) {
            return new Selection(interactions(matching), List.of());
        }
        var bestFirst = states.isEmpty() && !given.isEmpty()
                ? Comparator.comparing(Comparison::interaction, mostHeldFirst(given))
                        .thenComparing(SPECIFIC_FIRST)
                : SPECIFIC_FIRST;
        var sorted = matching.stream().sorted(bestFirst.thenComparing(IN_ORDER)).toList();
        return new Selection(interactions(sorted), contending(sorted, bestFirst));
    }

    private static Comparator<Replay> mostHeldFirst(List<RequestedState> given) {
        return Comparator.<Replay>comparingInt(replay -> replay.held(given)).reversed();
    }

    private static List<HttpReplay> contending(List<Comparison> sorted, Comparator<Comparison> bestFirst) {
        var first = sorted.get(0);
        var equals = interactions(sorted.stream()
                .filter(match -> bestFirst.compare(first, match) == 0)
                .toList());
        return equals.stream().allMatch(first.interaction()::answersLike) ? List.of() : equals;
    }

    private static List<HttpReplay> interactions(List<Comparison> comparisons) {
        var interactions = new ArrayList<HttpReplay>(comparisons.size());
        comparisons.forEach(comparison -> interactions.add(comparison.interaction()));
        return interactions;
    }

    /** The messages that may answer, the one that does first. */
    static List<MessageReplay> of(
            Collection<MessageReplay> messages, MessageRequest request, List<RequestedState> given) {
        var bestFirst = request.states().isEmpty() ? mostHeldFirst(given).thenComparing(CLOSEST_FIRST) : CLOSEST_FIRST;
        return messages.stream()
                .filter(message -> message.origin().description().equals(request.description()))
                .filter(message -> message.holds(request.states()))
                .sorted(bestFirst)
                .toList();
    }
}
