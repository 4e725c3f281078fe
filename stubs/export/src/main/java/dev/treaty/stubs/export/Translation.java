package dev.treaty.stubs.export;

import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** An interaction on its way into a mapping: the request of the mapping so far, and what became of the rules. */
final class Translation {

    static final String EQUAL = "equal";

    private final ObjectNode request = JsonNodeFactory.instance.objectNode();
    private final Map<String, TranslatedRule> rules = new LinkedHashMap<>();

    /** WireMock's request pattern, still to be filled. */
    ObjectNode request() {
        return request;
    }

    /** A body pattern, e.g. {@code {"equalToJson": {…}}}; all of them must match. */
    void body(ObjectNode pattern) {
        request.withArray("bodyPatterns").add(pattern);
    }

    /** Several rules for one place become one, with the losses of all. */
    void rule(String place, String rule, String wireMock, Set<Loss> losses) {
        rules.merge(place + "\n" + rule, TranslatedRule.of(place, rule, wireMock, losses), (one, other) -> {
            var merged = one;
            for (var loss : other.losses()) {
                merged = merged.with(loss);
            }
            return merged;
        });
    }

    void exact(String place, String rule, String wireMock) {
        rule(place, rule, wireMock, Set.of());
    }

    List<TranslatedRule> rules() {
        return new ArrayList<>(rules.values());
    }

    /** A group of rules in words, e.g. {@code "regex \d+"} or {@code "type and not-empty"}. */
    static String words(MatchingRuleGroup group) {
        return group.getRules().isEmpty()
                ? "nothing"
                : group.getRules().stream()
                        .map(Translation::words)
                        .collect(Collectors.joining(group.getRuleLogic() == RuleLogic.OR ? " or " : " and "));
    }

    /** A rule in words, e.g. {@code "min-type 2"}. */
    static String words(MatchingRule rule) {
        return rule.getAttributes().entrySet().stream()
                .filter(attribute ->
                        !attribute.getValue().isArray() && !attribute.getValue().isObject())
                .map(attribute -> " " + attribute.getValue())
                .collect(Collectors.joining("", rule.getName(), ""));
    }
}
