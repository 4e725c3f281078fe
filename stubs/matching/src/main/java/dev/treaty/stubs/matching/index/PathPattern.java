package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The start of every path that an interaction can match. Only narrows the search; pact-jvm decides.
 *
 * @param prefix all such paths start with it; empty if nothing is known
 * @param whole whether the prefix is the only such path
 */
public record PathPattern(String prefix, boolean whole) {

    private static final PathPattern ANY = new PathPattern("", false);
    private static final String SPECIAL = ".?*+()[]{}^$\\|";
    private static final String QUANTIFIERS = "?*+{";

    /** The paths that an expected request accepts. */
    public static PathPattern of(IRequest expected) {
        return regexOf(expected).map(PathPattern::ofRegex).orElse(ANY);
    }

    /** The regex that the whole path must match; empty if the contract uses other rules. A path without rules is a regex, too. */
    public static Optional<String> regexOf(IRequest expected) {
        var groups = rules(expected);
        if (groups.isEmpty()) {
            return Optional.of(expected.getPath());
        }
        var rules = groups.size() == 1 ? groups.values().iterator().next().getRules() : List.<MatchingRule>of();
        return rules.size() == 1 && rules.get(0) instanceof RegexMatcher regex
                ? Optional.of(regex.getRegex())
                : Optional.empty();
    }

    /** Whether the path in the contract is only an example. */
    static boolean hasRule(IRequest expected) {
        return !rules(expected).isEmpty();
    }

    private static Map<String, MatchingRuleGroup> rules(IRequest expected) {
        return expected.getMatchingRules().rulesForCategory("path").getMatchingRules();
    }

    /** A path without rules is a regex, too: pact-jvm accepts what equals it, and also what matches it. */
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
