package dev.treaty.stubs.export.draft;

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

/** A mapping in the making: its request so far, and what became of each rule. */
public final class MappingDraft {

    public static final String EQUAL = "equal";

    private final ObjectNode request = JsonNodeFactory.instance.objectNode();
    private final Map<String, TranslatedRule> rules = new LinkedHashMap<>();

    /** WireMock's request pattern, to be filled in. */
    public ObjectNode request() {
        return request;
    }

    /** A body pattern, e.g. {@code {"equalToJson": {…}}}; all of them must match. */
    public void body(ObjectNode pattern) {
        request.withArray("bodyPatterns").add(pattern);
    }

    /** Several reports about the same rule are merged, with the deviations of all. */
    public void rule(String place, String rule, String wireMock, Set<Deviation> deviations) {
        rules.merge(place + "\n" + rule, TranslatedRule.of(place, rule, wireMock, deviations), (one, other) -> {
            var merged = one;
            for (var deviation : other.deviations()) {
                merged = merged.with(deviation);
            }
            return merged;
        });
    }

    /** Notes a rule that WireMock applies exactly as Pact does. */
    public void exact(String place, String rule, String wireMock) {
        rule(place, rule, wireMock, Set.of());
    }

    /** The rules so far, in their order. */
    public List<TranslatedRule> rules() {
        return new ArrayList<>(rules.values());
    }

    /** A group of rules as text, e.g. {@code "regex \d+"} or {@code "type and not-empty"}. */
    public static String describe(MatchingRuleGroup group) {
        return group.getRules().isEmpty()
                ? "nothing"
                : group.getRules().stream()
                        .map(MappingDraft::describe)
                        .collect(Collectors.joining(group.getRuleLogic() == RuleLogic.OR ? " or " : " and "));
    }

    /** A rule as text, e.g. {@code "min-type 2"}. */
    private static String describe(MatchingRule rule) {
        return rule.getAttributes().entrySet().stream()
                .filter(attribute ->
                        !attribute.getValue().isArray() && !attribute.getValue().isObject())
                .map(attribute -> " " + attribute.getValue())
                .collect(Collectors.joining("", rule.getName(), ""));
    }
}
