package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.Map;

/**
 * How every path begins that an interaction can match. Only narrows down whom to ask; pact-jvm decides.
 *
 * @param prefix all such paths begin with it; empty if nothing is known
 * @param whole whether the prefix is the only such path
 */
record PathPattern(String prefix, boolean whole) {

    private static final PathPattern ANY = new PathPattern("", false);
    private static final String SPECIAL = ".?*+()[]{}^$\\|";
    private static final String QUANTIFIERS = "?*+{";

    static PathPattern of(IRequest expected) {
        var rules = expected.getMatchingRules().rulesForCategory("path").getMatchingRules();
        return rules.isEmpty() ? ofRegex(expected.getPath()) : ofRules(rules);
    }

    private static PathPattern ofRules(Map<String, MatchingRuleGroup> groups) {
        if (groups.size() != 1) {
            return ANY;
        }
        var rules = groups.values().iterator().next().getRules();
        return rules.size() == 1 && rules.get(0) instanceof RegexMatcher regex ? ofRegex(regex.getRegex()) : ANY;
    }

    /** A path without rules is one, too: pact-jvm accepts what equals it, and also what matches it as a regex. */
    static PathPattern ofRegex(String regex) {
        if (regex.indexOf('|') >= 0) {
            return ANY;
        }
        var start = regex.startsWith("^") ? 1 : 0;
        for (var i = start; i < regex.length(); i++) {
            if (SPECIAL.indexOf(regex.charAt(i)) >= 0) {
                var optional = i > start && QUANTIFIERS.indexOf(regex.charAt(i)) >= 0;
                var certain = optional ? regex.offsetByCodePoints(i, -1) : i;
                return new PathPattern(regex.substring(start, certain), false);
            }
        }
        return new PathPattern(regex.substring(start), start == 0);
    }
}
