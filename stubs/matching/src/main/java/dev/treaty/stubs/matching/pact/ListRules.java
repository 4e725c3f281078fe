package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.matchers.Matchers;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.generators.Generator;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kotlin.Triple;

/** Compares a list by a rule for it, as {@code Matchers.compareLists} does. */
final class ListRules {

    /** Elements in any order that pact-jvm is fast enough for, and that its text about the difference is best for. */
    private static final int FEW = 6;

    private final JsonPlace place;
    private final List<JsonValue> expected;
    private final List<JsonValue> actual;
    private final ElementComparison elements;

    private ListRules(JsonPlace place, List<JsonValue> expected, List<JsonValue> actual, ElementComparison elements) {
        this.place = place;
        this.expected = expected;
        this.actual = actual;
        this.elements = elements;
    }

    /** @param isCascaded whether the rule is for a place above the list */
    static void compare(
            MatchingRule rule,
            boolean isCascaded,
            JsonPlace place,
            List<JsonValue> expected,
            List<JsonValue> actual,
            ElementComparison elements) {
        var mismatches = rule.validForLists()
                ? MatcherExecutorKt.<BodyMismatch>domatch(
                        rule, place, expected, actual, BodyMismatchFactory.INSTANCE, isCascaded, null)
                : List.<BodyMismatch>of();
        elements.report(place, mismatches);
        var lists = new ListRules(place, expected, actual, elements);
        if (UnorderedLists.isUnordered(rule) && lists.areLong()) {
            if (mismatches.isEmpty() && !expected.isEmpty()) {
                UnorderedLists.compare(place, expected, actual, elements);
            }
        } else if (!expected.isEmpty()) {
            lists.compareElements(rule, isCascaded);
        }
    }

    private boolean areLong() {
        return Math.max(expected.size(), actual.size()) > FEW;
    }

    private void compareElements(MatchingRule rule, boolean isCascaded) {
        if (UnorderedLists.isUnordered(rule)) {
            compareFewUnordered();
        } else if (rule instanceof ArrayContainsMatcher contains) {
            requireVariants(contains);
        } else if (!(rule instanceof EachValueMatcher each)) {
            compareRepeated(place);
        } else if (!isCascaded) {
            compareRepeated(EachValueRules.applied(each, place, elements));
        }
    }

    private void compareFewUnordered() {
        elements.report(Matchers.INSTANCE.<JsonValue>compareListContentUnordered(
                expected,
                actual,
                place,
                place.rules().context(),
                () -> "",
                (path, wanted, given, context) ->
                        elements.resultsOf(place.at(Integer.parseInt(path.get(path.size() - 1))), wanted, given)));
    }

    /** Elements beyond the expected ones must be like the first of those, and there may be fewer. */
    private void compareRepeated(JsonPlace judged) {
        for (var i = 0; i < actual.size(); i++) {
            elements.compare(judged.at(i), expected.get(i < expected.size() ? i : 0), actual.get(i));
        }
    }

    /** Compares each element with the one that is expected in its place, without any rule for the list. */
    static void compareInOrder(
            JsonPlace place, List<JsonValue> expected, List<JsonValue> actual, ElementComparison elements) {
        for (var i = 0; i < expected.size() && !elements.hasEnough(); i++) {
            if (i < actual.size()) {
                elements.compare(place.at(i), expected.get(i), actual.get(i));
            } else {
                elements.refuse(place, expected, actual, "Expected %s but was missing".formatted(expected.get(i)));
            }
        }
    }

    private void requireVariants(ArrayContainsMatcher rule) {
        var variants = rule.getVariants().isEmpty() ? anyOfExpected() : rule.getVariants();
        for (var i = 0; i < variants.size(); i++) {
            if (i >= expected.size()) {
                elements.refuse(
                        place,
                        expected,
                        actual,
                        "ArrayContains: variant %d is missing from the expected list, which has %d items"
                                .formatted(i, expected.size()));
            } else if (!contains(expected.get(i), variants.get(i).getSecond())) {
                elements.refuse(
                        place,
                        expected.get(i),
                        actual,
                        "Variant at index %d (%s) was not found in the actual list".formatted(i, expected.get(i)));
            }
        }
    }

    private List<Triple<Integer, MatchingRuleCategory, Map<String, Generator>>> anyOfExpected() {
        var variants = new ArrayList<Triple<Integer, MatchingRuleCategory, Map<String, Generator>>>();
        for (var i = 0; i < expected.size(); i++) {
            var equality =
                    new HashMap<>(Map.of("", new MatchingRuleGroup(new ArrayList<>(List.of(EqualsMatcher.INSTANCE)))));
            variants.add(new Triple<>(i, new MatchingRuleCategory("body", equality), Map.of()));
        }
        return variants;
    }

    private boolean contains(JsonValue variant, MatchingRuleCategory rules) {
        var context = place.rules().context();
        var element = JsonPlace.root(JsonRules.atRoot(
                new MatchingContext(rules, context.getAllowUnexpectedKeys(), context.getPluginConfiguration())));
        return actual.stream().anyMatch(value -> elements.accepts(element, variant, value));
    }
}
