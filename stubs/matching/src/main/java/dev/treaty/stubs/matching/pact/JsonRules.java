package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.DocPath;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that are for one place of a JSON body, with the results of {@code MatchingContext.matcherDefined}, {@code selectBestMatcher} and
 * {@code directMatcherDefined}. pact-jvm parses the path of every rule again, several times for each value; here, each path is parsed
 * once, and all elements of a list share what is known about them, unless a rule names one.
 */
final class JsonRules {

    private final MatchingContext context;
    private final int depth;
    private final List<Rule> rules;
    private final List<Rule> here;
    private final MatchingRuleGroup best;
    private final boolean areDefined;

    /** The steps from here that a rule names. */
    private final Set<String> named = new HashSet<>();

    private final Map<String, JsonRules> atNamed = new HashMap<>();
    private @Nullable JsonRules atOtherIndexes;
    private @Nullable JsonRules atOtherNames;

    /**
     * @param depth the number of steps to this place, of which the root is the first
     * @param rules those whose path, as far as it is no deeper than this place, leads to it
     */
    private JsonRules(MatchingContext context, int depth, List<Rule> rules) {
        this.context = context;
        this.depth = depth;
        this.rules = rules;
        here = rules.stream().filter(rule -> rule.path().size() <= depth).toList();
        areDefined = here.stream()
                .anyMatch(rule ->
                        rule.appliesAt(depth) && !rule.group().getRules().isEmpty());
        best = bestOf(here, depth);
        rules.stream()
                .filter(rule -> rule.path().size() > depth)
                .map(rule -> rule.path().get(depth))
                .filter(step -> !(step instanceof PathToken.Star || step instanceof PathToken.StarIndex))
                .forEach(step -> named.add(step.rawString()));
    }

    /** The rules for the root of a body; those of a category that is not for bodies are none. */
    static JsonRules atRoot(MatchingContext context) {
        var all = context.getMatchers().getMatchingRules().entrySet().stream()
                .map(rule -> new Rule(rule.getKey(), PathExpressionsKt.parsePath(rule.getKey()), rule.getValue(), 1))
                .filter(rule -> !rule.path().isEmpty())
                .toList();
        return new JsonRules(context, 0, all).next("$");
    }

    private static MatchingRuleGroup bestOf(List<Rule> here, int depth) {
        Rule best = null;
        for (var rule : here) {
            if (rule.appliesAt(depth) && rule.weight() > 0 && (best == null || rule.precedes(best))) {
                best = rule;
            }
        }
        return best == null
                ? new MatchingRuleGroup()
                : best.group()
                        .copy(
                                best.group().getRules(),
                                best.group().getRuleLogic(),
                                best.path().size() < depth);
    }

    /** What pact-jvm is given when it compares by these rules. */
    MatchingContext context() {
        return context;
    }

    /** Whether there is a rule for this place, or for one above it that covers this one as well. */
    boolean areDefined() {
        return areDefined;
    }

    /** The rules that decide about this place. */
    MatchingRuleGroup best() {
        return best;
    }

    /** Whether there is a rule for just this place. */
    boolean areDirect() {
        return here.stream()
                .anyMatch(rule ->
                        rule.path().size() == depth && !rule.group().getRules().isEmpty());
    }

    /** Whether there is a rule of one of these types for just this place. */
    boolean areDirect(List<Class<? extends MatchingRule>> types) {
        return here.stream()
                .filter(rule -> rule.path().size() == depth)
                .anyMatch(rule -> rule.group().any(types));
    }

    /** The rules for an element of a list. */
    JsonRules at(int index) {
        if (!named.isEmpty() && named.contains(String.valueOf(index))) {
            return atNamed(String.valueOf(index));
        }
        if (atOtherIndexes == null) {
            atOtherIndexes = next(String.valueOf(index));
        }
        return atOtherIndexes;
    }

    /** The rules for a member of an object. */
    JsonRules at(String name) {
        if (named.contains(name) || mayBeIndex(name)) {
            return atNamed(name);
        }
        if (atOtherNames == null) {
            atOtherNames = next(name);
        }
        return atOtherNames;
    }

    private JsonRules atNamed(String step) {
        return atNamed.computeIfAbsent(step, this::next);
    }

    /** To pact-jvm, a member with such a name is also an element. */
    private static boolean mayBeIndex(String name) {
        return !name.isEmpty() && (Character.isDigit(name.charAt(0)) || name.charAt(0) == '-' || name.charAt(0) == '+');
    }

    private JsonRules next(String step) {
        var below = rules.stream().flatMap(rule -> rule.after(step, depth)).toList();
        return new JsonRules(context, depth + 1, below);
    }

    /**
     * A rule of the contract.
     *
     * @param weight how exactly its path names this place: pact-jvm's product of 2 for a name and 1 for a wildcard
     */
    private record Rule(String expression, List<PathToken> path, MatchingRuleGroup group, int weight) {

        /** The same rule one step further; none if its path leads elsewhere. */
        Stream<Rule> after(String step, int depth) {
            if (path.size() <= depth) {
                return Stream.of(this);
            }
            var match = DocPath.Companion.matchesToken(step, path.get(depth));
            return match == 0 ? Stream.empty() : Stream.of(new Rule(expression, path, group, weight * match));
        }

        /** A rule for the values of an object is for just them. */
        boolean appliesAt(int depth) {
            return path.size() == depth || group.getRules().stream().noneMatch(ValuesMatcher.class::isInstance);
        }

        boolean precedes(Rule other) {
            return weight == other.weight ? expression.length() > other.expression.length() : weight > other.weight;
        }
    }
}
