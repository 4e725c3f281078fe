package dev.treaty.stubs.matching.interaction;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a place of a request, a response or a message accepts beside its example, for people.
 *
 * @param place e.g. {@code "query limit"}, {@code "body $.amount"}
 * @param words e.g. {@code "any whole number"}
 */
public record AcceptedValues(String place, String words) {

    /** Those of all places that have a rule, sorted by place. */
    public static List<AcceptedValues> of(MatchingRules rules) {
        var accepted = new ArrayList<AcceptedValues>();
        for (var category : rules.getCategories()) {
            rules.rulesForCategory(category).getMatchingRules().forEach((place, group) -> {
                if (!group.getRules().isEmpty()) {
                    accepted.add(new AcceptedValues((category + " " + place).strip(), words(group)));
                }
            });
        }
        accepted.sort(Comparator.comparing(AcceptedValues::place));
        return accepted;
    }

    private static String words(MatchingRuleGroup group) {
        return group.getRules().stream()
                .map(AcceptedValues::words)
                .collect(Collectors.joining(group.getRuleLogic().name().equals("OR") ? ", or " : ", and "));
    }

    private static String words(MatchingRule rule) {
        var members = new TreeMap<>(rule.toMap(PactSpecVersion.V4));
        var name = String.valueOf(members.remove("match"));
        return switch (name) {
            case "equality" -> "exactly the example";
            case "type" -> "any value of the example's type" + length(members);
            case "regex" -> "a text that matches " + members.get("regex");
            case "include" -> "a text that contains \"%s\"".formatted(members.get("value"));
            case "number" -> "any number";
            case "integer" -> "any whole number";
            case "decimal" -> "any number with decimal places";
            case "boolean" -> "true or false";
            case "null" -> "null";
            case "notEmpty" -> "anything that is not empty";
            case "semver" -> "a semantic version";
            case "date", "time", "timestamp", "datetime" -> "a %s in the format %s".formatted(name, format(members));
            case "contentType" -> "a body of type " + members.get("value");
            case "values" -> "any names, with values like the example's";
            case "statusCode" -> "a status: " + members.get("status");
            case "arrayContains" -> "a list that contains the elements of the example, in any order";
            case "eachKey" -> "names that the rules for each name accept";
            case "eachValue" -> "values that the rules for each value accept";
            default -> members.isEmpty() ? name : name + " " + members;
        };
    }

    private static String length(Map<String, ?> members) {
        var least = members.get("min");
        var most = members.get("max");
        return (least == null ? "" : ", at least " + least) + (most == null ? "" : ", at most " + most);
    }

    private static Object format(Map<String, ?> members) {
        return members.values().stream().findFirst().map(Object::toString).orElse("ISO 8601");
    }
}
