package dev.treaty.stubs.page.contracts;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The matching rules of a request or a response, in words. */
final class RuleWords {

    private RuleWords() {}

    /**
     * A rule.
     *
     * @param place e.g. {@code "query limit"}, {@code "body $.amount"}
     * @param words e.g. {@code "a whole number"}
     */
    record Rule(String place, String words) {}

    static List<Rule> of(MatchingRules rules) {
        var all = new ArrayList<Rule>();
        for (var category : rules.getCategories()) {
            rules.rulesForCategory(category)
                    .getMatchingRules()
                    .forEach((item, group) -> all.add(new Rule((category + " " + item).strip(), words(group))));
        }
        return all;
    }

    private static String words(MatchingRuleGroup group) {
        return group.getRules().stream().map(RuleWords::words).collect(Collectors.joining(", and "));
    }

    private static String words(MatchingRule rule) {
        var members = rule.toMap(PactSpecVersion.V4);
        return switch (String.valueOf(members.get("match"))) {
            case "type" -> "any value of the same type" + length(members);
            case "regex" -> "text that matches " + members.get("regex");
            case "number" -> "a number";
            case "integer" -> "a whole number";
            case "decimal" -> "a number with decimals";
            case "boolean" -> "true or false";
            case "null" -> "null";
            case "equality" -> "exactly the example";
            case "include" -> "text that contains " + members.get("value");
            case "notEmpty" -> "anything that is not empty";
            case "semver" -> "a semantic version";
            case "date", "time", "timestamp" ->
                "a %s like %s"
                        .formatted(
                                members.get("match"),
                                members.getOrDefault("format", members.get(members.get("match"))));
            case "statusCode" -> "a status: " + members.get("status");
            case "contentType" -> "content of the type " + members.get("value");
            case "arrayContains" -> "a list that has elements like these, and perhaps others";
            case "eachKey" -> "any keys that match the rules for keys";
            case "eachValue" -> "any values that match the rules for values";
            case "values" -> "any keys, with values like the example's";
            default -> members.toString();
        };
    }

    private static String length(Map<String, Object> members) {
        var least = members.containsKey("min") ? ", at least " + members.get("min") : "";
        return least + (members.containsKey("max") ? ", at most " + members.get("max") : "");
    }
}
