package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import au.com.dius.pact.core.model.matchingrules.PluginMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import java.util.List;

/**
 * Rules that make pact-jvm fail for some values instead of refusing them. Where one rule of several is enough, such a failure is not outweighed by
 * another rule that accepts the value.
 */
final class FailingRules {

    private FailingRules() {}

    /** Whether there may be a value for which pact-jvm fails. Of dates, a pattern that it cannot read fails for every text that is no date. */
    static boolean mayFail(MatchingRule rule) {
        return rule instanceof SemverMatcher
                || rule instanceof ContentTypeMatcher
                || rule instanceof PluginMatcher
                || rule instanceof StatusCodeMatcher
                || (isDate(rule) && fails(rule, "no date"));
    }

    private static boolean isDate(MatchingRule rule) {
        return rule instanceof DateMatcher || rule instanceof TimeMatcher || rule instanceof TimestampMatcher;
    }

    private static boolean fails(MatchingRule rule, String text) {
        try {
            MatcherExecutorKt.domatch(rule, List.of("$"), text, text, BodyMismatchFactory.INSTANCE, false, null);
            return false;
        } catch (Exception e) { // of several types
            return true;
        }
    }

    /** Whether any of the rules may. */
    static boolean mayFail(MatchingRuleCategory rules) {
        return rules.allMatchingRules().stream().anyMatch(FailingRules::mayFail);
    }
}
