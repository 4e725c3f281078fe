package dev.treaty.stubs.server;

import au.com.dius.pact.core.model.generators.Generators;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many rules or generators of each kind an interaction has, e.g. {@code "3 body regex, 1 header type"}. */
final class RuleSummary {

    private RuleSummary() {}

    static String of(MatchingRules rules) {
        var kinds = new TreeMap<String, Integer>();
        for (var category : rules.getCategories()) {
            for (var group : rules.rulesForCategory(category).getMatchingRules().values()) {
                group.getRules().forEach(rule -> kinds.merge(category + " " + rule.getName(), 1, Integer::sum));
            }
        }
        return text(kinds);
    }

    static String of(Generators generators) {
        var kinds = new TreeMap<String, Integer>();
        generators
                .getCategories()
                .forEach((category, byPath) -> byPath.values()
                        .forEach(generator -> kinds.merge(
                                category.name().toLowerCase(Locale.ROOT) + " " + generator.getType(),
                                1,
                                Integer::sum)));
        return kinds.isEmpty() ? "" : "generates " + text(kinds);
    }

    private static String text(Map<String, Integer> kinds) {
        return kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
    }
}
