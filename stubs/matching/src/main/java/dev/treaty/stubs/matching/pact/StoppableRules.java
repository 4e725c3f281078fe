package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The rules for a body, with which a comparison by pact-jvm ends when nobody waits for it any longer: pact-jvm's loops over elements and
 * fields never look at whether their thread is interrupted, but they go through all rules for each of them.
 */
final class StoppableRules extends LinkedHashMap<String, MatchingRuleGroup> {

    private static final long serialVersionUID = 1;

    private StoppableRules(Map<String, MatchingRuleGroup> rules) {
        super(rules);
    }

    static MatchingRuleCategory of(MatchingRuleCategory category) {
        return new MatchingRuleCategory(category.getName(), new StoppableRules(category.getMatchingRules()));
    }

    /** @throws TimeLimit.TooLong if the thread is interrupted */
    @Override
    public Set<Map.Entry<String, MatchingRuleGroup>> entrySet() {
        TimeLimit.requireTime();
        return super.entrySet();
    }
}
