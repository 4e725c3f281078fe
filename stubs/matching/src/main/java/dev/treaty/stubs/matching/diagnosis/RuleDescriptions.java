package dev.treaty.stubs.matching.diagnosis;

import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import java.util.stream.Collectors;

/** The matching rules of a contract in a few words, e.g. {@code (regex [0-9]+)}, {@code (type, min 1)}. */
record RuleDescriptions(MatchingRules rules) {

    /**
     * The rules of one part.
     *
     * @param category {@code path}, {@code query}, {@code header} or {@code body}
     * @param item the name, or the path in the body; empty for the path
     * @return empty if there is none
     */
    String of(String category, String item) {
        return rules.rulesForCategory(category).getMatchingRules().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(item))
                .flatMap(entry -> entry.getValue().getRules().stream())
                .map(RuleDescriptions::inWords)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), words -> words.isEmpty() ? "" : "(" + words + ")"));
    }

    private static String inWords(MatchingRule rule) {
        var words = rule.toMap(PactSpecVersion.V4);
        return words.entrySet().stream()
                .filter(word -> !word.getKey().equals("match"))
                .map(word -> word.getKey().equals(words.get("match"))
                        ? String.valueOf(word.getValue())
                        : word.getKey() + " " + word.getValue())
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" "), more -> (words.get("match") + " " + more).strip()));
    }
}
