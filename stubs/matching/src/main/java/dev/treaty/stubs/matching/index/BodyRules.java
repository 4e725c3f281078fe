package dev.treaty.stubs.matching.index;

import au.com.dius.pact.core.model.DocPath;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.InvalidPathExpression;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of a body have a matching rule. The result is that of {@code MatchingContext.matcherDefined}, which parses every expression
 * on every call.
 */
final class BodyRules {

    private final List<Rule> rules;

    private BodyRules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Empty if an expression is invalid; then pact-jvm fails on every request. */
    static Optional<BodyRules> of(IRequest expected) {
        var rules = new ArrayList<Rule>();
        try {
            expected.getMatchingRules()
                    .rulesForCategory("body")
                    .getMatchingRules()
                    .forEach((path, group) -> rules.add(Rule.of(path, group)));
        } catch (InvalidPathExpression | NumberFormatException e) { // the latter for a very long index
            return Optional.empty();
        }
        return Optional.of(new BodyRules(rules));
    }

    boolean existFor(List<String> path) {
        return rules.stream().anyMatch(rule -> rule.isFor(path));
    }

    /** @param forDepthOnly whether it applies only to this depth, and not below */
    private record Rule(List<PathToken> tokens, boolean isEmpty, boolean forDepthOnly) {

        static Rule of(String path, MatchingRuleGroup group) {
            return new Rule(
                    PathExpressionsKt.parsePath(path),
                    group.getRules().isEmpty() || path.isEmpty(),
                    group.getRules().stream().anyMatch(ValuesMatcher.class::isInstance));
        }

        boolean isFor(List<String> path) {
            if (isEmpty || tokens.size() > path.size() || (forDepthOnly && tokens.size() != path.size())) {
                return false;
            }
            for (var i = 0; i < tokens.size(); i++) {
                if (DocPath.Companion.matchesToken(path.get(i), tokens.get(i)) == 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
