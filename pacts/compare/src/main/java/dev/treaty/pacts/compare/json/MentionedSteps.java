package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import java.util.HashSet;
import java.util.Set;

/**
 * The names and positions that the paths of rules mention. All others have the same rules.
 *
 * @param names of members
 * @param positions of elements
 */
record MentionedSteps(Set<String> names, Set<Integer> positions) {

    /** pact-jvm takes a name that is a number for a position, too. */
    private static final String SOME_NUMBER = "31415";

    static MentionedSteps in(MatchingRuleCategory rules) {
        var steps = new MentionedSteps(new HashSet<>(), new HashSet<>());
        for (var path : rules.getMatchingRules().keySet()) {
            PathExpressionsKt.parsePath(path).forEach(steps::add);
        }
        return steps;
    }

    private void add(PathToken token) {
        if (token instanceof PathToken.Field field) {
            names.add(field.getName());
            if (field.getName().matches("[0-9]{1,6}")) {
                positions.add(Integer.parseInt(field.getName()));
            }
        } else if (token instanceof PathToken.Index index) {
            positions.add(index.getIndex());
            names.add("" + index.getIndex());
            names.add("0" + index.getIndex()); // for pact-jvm, this is the same position, but another name
        } else if (token instanceof PathToken.StarIndex) {
            names.add(SOME_NUMBER);
        }
    }
}
