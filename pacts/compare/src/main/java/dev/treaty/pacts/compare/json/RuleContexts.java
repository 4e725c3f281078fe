package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.expressions.MatchingRuleDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules that hold inside of a rule that has rules of its own, as pact-jvm puts them together. */
final class RuleContexts {

    /** How pact-jvm compares the names of members with those in paths. */
    static final Comparator<String> BY_NAME = Comparator.naturalOrder();

    private RuleContexts() {}

    /** The rules of {@code eachKey} or {@code eachValue}. */
    static List<MatchingRule> resolved(MatchingRuleDefinition definition) {
        return definition.getRules().stream()
                .map(rule -> rule.unwrapA("a rule that refers to another"))
                .toList();
    }

    /** Rules for each member or element at a path, and no others. */
    static MatchingContext forEach(MatchingRuleDefinition definition, List<String> path, MatchingContext outside) {
        var group = new MatchingRuleGroup(new ArrayList<>(resolved(definition)), RuleLogic.AND, false);
        return with(
                new MatchingRuleCategory(
                        "body", new HashMap<>(Map.of(PathExpressionsKt.constructPath(path) + ".*", group))),
                outside);
    }

    /** No rules at all. */
    static MatchingContext none(boolean allowUnexpectedKeys) {
        return new MatchingContext(
                new MatchingRuleCategory("body", new HashMap<>()), allowUnexpectedKeys, Map.of(), false);
    }

    static MatchingContext with(MatchingRuleCategory category, MatchingContext outside) {
        return new MatchingContext(category, outside.getAllowUnexpectedKeys(), Map.of(), false);
    }
}
