package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares lists whose order does not matter. pact-jvm tries permutations ({@code Matchers.compareListContentUnordered}), in a time that doubles with
 * each element; here, each expected element is given an element of its own along augmenting paths, which is the same verdict in polynomial time.
 */
final class UnorderedLists {

    /** Elements that pact-jvm is fast enough for, and that its text about the difference is best for. */
    private static final int FEW = 6;

    /** Pairs of an expected element and one of the request; as many take some seconds. */
    private static final int MOST_PAIRS = 10_000_000;

    private static final int NONE = -1;

    private final List<String> path;
    private final List<JsonValue> expected;
    private final List<JsonValue> actual;
    private final MatchingContext context;
    private final ElementComparison elements;
    private final BitSet accepted = new BitSet();
    private final BitSet known = new BitSet();
    private final int[] expectedOf;
    private final int[] actualOf;

    private UnorderedLists(
            List<String> path,
            List<JsonValue> expected,
            List<JsonValue> actual,
            MatchingContext context,
            ElementComparison elements) {
        this.path = path;
        this.expected = expected;
        this.actual = actual;
        this.context = context;
        this.elements = elements;
        expectedOf = unassigned(actual.size());
        actualOf = unassigned(expected.size());
    }

    private static int[] unassigned(int size) {
        var all = new int[size];
        Arrays.fill(all, NONE);
        return all;
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

    /** Whether pact-jvm may take long for it. */
    static boolean areLong(
            MatchingRule rule,
            List<String> path,
            List<JsonValue> expected,
            List<JsonValue> actual,
            MatchingContext context) {
        return isUnordered(rule)
                && !expected.isEmpty()
                && Math.max(expected.size(), actual.size()) > FEW
                && (actual.size() <= expected.size() || !hasRuleForElement(path, actual.size(), context));
    }

    private static boolean isUnordered(MatchingRule rule) {
        return rule instanceof EqualsIgnoreOrderMatcher
                || rule instanceof MinEqualsIgnoreOrderMatcher
                || rule instanceof MaxEqualsIgnoreOrderMatcher
                || rule instanceof MinMaxEqualsIgnoreOrderMatcher;
    }

    /** Whether elements beyond the expected ones have rules by their place. */
    private static boolean hasRuleForElement(List<String> path, int size, MatchingContext context) {
        return IntStream.range(0, size)
                .anyMatch(
                        i -> context.directMatcherDefined(plus(path, i), List.of(), Comparator.<String>naturalOrder()));
    }

    static List<BodyItemMatchResult> compare(
            MatchingRule rule,
            boolean isCascaded,
            List<String> path,
            List<JsonValue> expected,
            List<JsonValue> actual,
            MatchingContext context,
            ElementComparison elements) {
        var results = new ArrayList<BodyItemMatchResult>();
        var place = PathExpressionsKt.constructPath(path);
        var sizes = MatcherExecutorKt.<BodyMismatch>domatch(
                rule, path, expected, actual, BodyMismatchFactory.INSTANCE, isCascaded, context);
        if (!sizes.isEmpty()) {
            results.add(new BodyItemMatchResult(place, sizes));
        } else if ((long) expected.size() * actual.size() > MOST_PAIRS) {
            throw new TimeLimit.TooLong("%d pairs of elements".formatted(MOST_PAIRS), Duration.ZERO);
        } else if (!new UnorderedLists(path, expected, actual, context, elements).allAreAssigned()) {
            var sentence = "Expected a list to match another ignoring order of elements";
            results.add(
                    new BodyItemMatchResult(place, List.of(new BodyMismatch(expected, actual, sentence, place, null))));
        }
        return results;
    }

    private boolean allAreAssigned() {
        return expected.size() <= actual.size()
                && IntStream.range(0, expected.size()).allMatch(this::assign);
    }

    /** Gives an expected element one of its own, for which others may have to take another one. */
    private boolean assign(int start) {
        var reachedFrom = unassigned(actual.size());
        var waiting = new ArrayDeque<Integer>(List.of(start));
        while (!waiting.isEmpty()) {
            int from = waiting.remove();
            for (var i = 0; i < actual.size(); i++) {
                var to = (from + i) % actual.size(); // first its own place, because lists often are in order
                if (reachedFrom[to] == NONE && accepts(from, to)) {
                    reachedFrom[to] = from;
                    if (expectedOf[to] == NONE) {
                        reassign(to, reachedFrom);
                        return true;
                    }
                    waiting.add(expectedOf[to]);
                }
            }
        }
        return false;
    }

    private void reassign(int last, int[] reachedFrom) {
        var to = last;
        while (to != NONE) {
            var from = reachedFrom[to];
            var next = actualOf[from];
            expectedOf[to] = from;
            actualOf[from] = to;
            to = next;
        }
    }

    private boolean accepts(int expectedIndex, int actualIndex) {
        var place = expectedIndex * actual.size() + actualIndex;
        if (!known.get(place)) {
            if (Thread.interrupted()) {
                throw TimeLimit.TooLong.interrupted(); // nobody waits for the result
            }
            known.set(place);
            accepted.set(
                    place,
                    elements
                            .compare(
                                    plus(path, expectedIndex),
                                    expected.get(expectedIndex),
                                    actual.get(actualIndex),
                                    context)
                            .stream()
                            .allMatch(result -> result.getResult().isEmpty()));
        }
        return accepted.get(place);
    }

    private static List<String> plus(List<String> path, int index) {
        var longer = new ArrayList<String>(path.size() + 1);
        longer.addAll(path);
        longer.add(String.valueOf(index));
        return longer;
    }

    /** Compares an element of a list with what is expected of it; no mismatch if it is accepted. */
    interface ElementComparison {
        List<BodyItemMatchResult> compare(
                List<String> path, JsonValue expected, JsonValue actual, MatchingContext context);
    }
}
