package dev.treaty.stubs.matching.acceptance;

import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Accepts a text by the only rule for it, if that is a regex. Each regex is compiled once, whichever contract it is of. */
public final class RegexAcceptance {

    /** About a megabyte. */
    private static final int MOST_KEPT = 1_000;

    /** Empty for what Java does not know. */
    private static final Map<String, Optional<Pattern>> COMPILED = new ConcurrentHashMap<>();

    private RegexAcceptance() {}

    /** Whether pact-jvm certainly accepts the text by these rules. */
    public static boolean accepts(MatchingRuleGroup rules, String text) {
        return rules.getRules().size() == 1
                && rules.getRules().get(0) instanceof RegexMatcher rule
                && matches(rule.getRegex(), text);
    }

    private static boolean matches(String regex, String text) {
        var pattern = compiled(regex);
        return pattern.isPresent() && pattern.get().matcher(text).matches();
    }

    private static Optional<Pattern> compiled(String regex) {
        var known = COMPILED.get(regex);
        if (known != null) {
            return known;
        }
        if (COMPILED.size() >= MOST_KEPT) {
            COMPILED.clear();
        }
        var compiled = compile(regex);
        COMPILED.put(regex, compiled);
        return compiled;
    }

    private static Optional<Pattern> compile(String regex) {
        try {
            return Optional.of(Pattern.compile(regex));
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // pact-jvm fails on it
        }
    }
}
