package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order of rules that compete for a value. Of those with the same weight and length of their paths, and of the contents of messages among all that
 * fit, pact-jvm takes the first ({@code MatchingContext.selectBestMatcher}); the order of the others means nothing.
 */
final class RuleOrder {

    private RuleOrder() {}

    /** Whether competing rules have the same order in both. */
    static boolean isSame(MatchingRuleCategory one, MatchingRuleCategory other) {
        return competing(one).equals(competing(other));
    }

    private static Map<String, List<String>> competing(MatchingRuleCategory rules) {
        var groups = new TreeMap<String, List<String>>();
        for (var path : rules.getMatchingRules().keySet()) {
            groups.computeIfAbsent(group(rules.getName(), path), key -> new ArrayList<>())
                    .add(path);
        }
        groups.values().removeIf(paths -> paths.size() == 1 || !canCompete(rules.getName(), paths));
        return groups;
    }

    private static String group(String category, String path) {
        return switch (category) {
            case "body" -> "" + path.length();
            case "content" -> "";
            default -> path.toLowerCase(Locale.ROOT);
        };
    }

    /** Paths of one length without a wildcard are for different values. */
    private static boolean canCompete(String category, List<String> paths) {
        return !category.equals("body") || paths.stream().anyMatch(path -> path.contains("*"));
    }
}
