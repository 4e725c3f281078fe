package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares lists whose order does not matter. pact-jvm tries permutations ({@code Matchers.compareListContentUnordered}), in a time that doubles with
 * each element; here, each expected element is given an element of its own along augmenting paths, which is the same verdict in polynomial time.
 *
 * <p>Of a longer list, the elements that are left over must be like the first expected one if a rule names them. Both demands can be met
 * together if each can be met alone (Mendelsohn and Dulmage, 1958), so they are looked at one after the other.
 */
final class UnorderedLists {

    /** Pairs of an expected element and one of the request; as many take some seconds. */
    private static final int MOST_PAIRS = 10_000_000;

    private final JsonPlace place;
    private final List<JsonValue> expected;
    private final List<JsonValue> actual;
    private final ElementComparison elements;
    private final BitSet accepted = new BitSet();
    private final BitSet known = new BitSet();

    private UnorderedLists(
            JsonPlace place, List<JsonValue> expected, List<JsonValue> actual, ElementComparison elements) {
        this.place = place;
        this.expected = expected;
        this.actual = actual;
        this.elements = elements;
    }

    /** Whether a body has a list whose order does not matter. */
    static boolean areIn(MatchingRules rules) {
        for (var group : rules.rulesForCategory("body").getMatchingRules().values()) {
            for (var rule : group.getRules()) {
                if (isUnordered(rule)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is a rule for such lists. */
    static boolean isUnordered(MatchingRule rule) {
        return rule instanceof EqualsIgnoreOrderMatcher
                || rule instanceof MinEqualsIgnoreOrderMatcher
                || rule instanceof MaxEqualsIgnoreOrderMatcher
                || rule instanceof MinMaxEqualsIgnoreOrderMatcher;
    }

    /**
     * Compares the elements of lists, whatever their number.
     *
     * @throws TimeLimit.TooLong if the thread is interrupted, or if there are very many
     */
    static void compare(JsonPlace place, List<JsonValue> expected, List<JsonValue> actual, ElementComparison elements) {
        if (expected.size() > actual.size()) {
            elements.refuse(place, expected, actual, sentence());
            return;
        }
        if ((long) expected.size() * actual.size() > MOST_PAIRS) {
            throw new TimeLimit.TooLong("%d pairs of elements".formatted(MOST_PAIRS), Duration.ZERO);
        }
        if (!new UnorderedLists(place, expected, actual, elements).areMatched()) {
            elements.refuse(place, expected, actual, sentence());
        }
    }

    private static String sentence() {
        return "Expected a list to match another ignoring order of elements";
    }

    private boolean areMatched() {
        var wanted = new Assignment(expected.size(), actual.size(), this::accepts);
        if (!IntStream.range(0, expected.size()).allMatch(wanted::assign)) {
            return false;
        }
        var bound = new Assignment(actual.size(), expected.size(), (given, want) -> accepts(want, given));
        return actual.size() == expected.size()
                || IntStream.range(0, actual.size())
                        .filter(i -> !mayBeLeftOver(i))
                        .allMatch(bound::assign);
    }

    private boolean mayBeLeftOver(int index) {
        var element = place.at(index);
        return !element.rules().areDirect() || elements.accepts(element, expected.get(0), actual.get(index));
    }

    private boolean accepts(int expectedIndex, int actualIndex) {
        var pair = expectedIndex * actual.size() + actualIndex;
        if (!known.get(pair)) {
            known.set(pair);
            accepted.set(
                    pair,
                    elements.accepts(place.at(expectedIndex), expected.get(expectedIndex), actual.get(actualIndex)));
        }
        return accepted.get(pair);
    }

    /** Gives some sources a target of their own. */
    private static final class Assignment {

        private static final int NONE = -1;

        private final int[] targetOf;
        private final int[] sourceOf;
        private final Pairs pairs;

        Assignment(int sources, int targets, Pairs pairs) {
            targetOf = unassigned(sources);
            sourceOf = unassigned(targets);
            this.pairs = pairs;
        }

        private static int[] unassigned(int size) {
            var all = new int[size];
            Arrays.fill(all, NONE);
            return all;
        }

        /** Whether there is one for this source, for which others may have to take another one. */
        boolean assign(int start) {
            var reachedFrom = unassigned(sourceOf.length);
            var waiting = new ArrayDeque<Integer>(List.of(start));
            while (!waiting.isEmpty()) {
                TimeLimit.requireTime();
                int from = waiting.remove();
                for (var i = 0; i < sourceOf.length; i++) {
                    var to = (from + i) % sourceOf.length; // first its own place, because lists often are in order
                    if (reachedFrom[to] == NONE && pairs.accept(from, to)) {
                        reachedFrom[to] = from;
                        if (sourceOf[to] == NONE) {
                            reassign(to, reachedFrom);
                            return true;
                        }
                        waiting.add(sourceOf[to]);
                    }
                }
            }
            return false;
        }

        private void reassign(int last, int[] reachedFrom) {
            var to = last;
            while (to != NONE) {
                var from = reachedFrom[to];
                var next = targetOf[from];
                sourceOf[to] = from;
                targetOf[from] = to;
                to = next;
            }
        }
    }

    private interface Pairs {
        boolean accept(int source, int target);
    }
}
