package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** The rules that an {@code eachValue} rule applies to all members or elements, and no others. */
final class EachValueRules {

    private EachValueRules() {}

    /** The place of the object or list, judged by them; reports rules that refer to others. */
    static JsonPlace applied(EachValueMatcher rule, JsonPlace place, ElementComparison comparison) {
        var rules = new ArrayList<MatchingRule>();
        for (var each : rule.getDefinition().getRules()) {
            if (each.isA()) {
                rules.add(each.unwrapA("It is a rule"));
            } else {
                var name = each.unwrapB("It is a reference").getName();
                comparison.refuse(place, rule, name, "Found an un-resolved reference " + name);
            }
        }
        var path = PathExpressionsKt.constructPath(place) + ".*";
        var group = new HashMap<>(Map.of(path, new MatchingRuleGroup(rules)));
        var context = place.rules().context();
        var inner = JsonRules.atRoot(new MatchingContext(
                new MatchingRuleCategory("body", group),
                context.getAllowUnexpectedKeys(),
                context.getPluginConfiguration()));
        for (var step : place.subList(1, place.size())) {
            inner = inner.at(step);
        }
        return place.with(inner);
    }
}
