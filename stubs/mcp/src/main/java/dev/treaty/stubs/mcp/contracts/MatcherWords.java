package dev.treaty.stubs.mcp.contracts;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the matching rules of a request or a response accept, in words. */
final class MatcherWords {

    private MatcherWords() {}

    /** One line for each place that accepts more than the example; empty if everything must be as in the example. */
    static String of(MatchingRules rules) {
        var lines = new TreeMap<String, String>();
        for (var category : rules.getCategories()) {
            rules.rulesForCategory(category).getMatchingRules().forEach((place, group) -> {
                var all = group.getRules().stream().map(MatcherWords::words).toList();
                if (!all.isEmpty()) {
                    lines.put(
                            (category + " " + place).strip(),
                            String.join(group.getRuleLogic().name().equals("OR") ? ", or " : ", and ", all));
                }
            });
        }
        return lines.entrySet().stream()
                .map(line -> "  %s: %s\n".formatted(line.getKey(), line.getValue()))
                .collect(Collectors.joining());
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
