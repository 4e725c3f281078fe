package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import dev.treaty.pacts.compare.json.Shape.ListRules;

/**
 * How many elements a list may have where a rule holds for it.
 *
 * @param least more than {@code most} if no list is accepted
 */
record Length(int least, int most) {

    private static final Length ANY = new Length(0, ListRules.UNLIMITED);

    /**
     * What pact-jvm's {@code domatch} accepts. It ignores rules that are not for lists, such as {@code integer}.
     *
     * @param isCascaded whether the rule is one for a value further up
     * @param size of the expected list
     */
    static Length of(MatchingRule rule, boolean isCascaded, int size) {
        if (isAnyOrder(rule)) {
            return inAnyOrder(rule, size);
        } else if (rule instanceof EqualsMatcher) {
            return new Length(size, size);
        } else if (rule instanceof NotEmptyMatcher) {
            return new Length(1, ListRules.UNLIMITED);
        }
        return isCascaded ? ANY : ofType(rule);
    }

    private static Length ofType(MatchingRule rule) {
        if (rule instanceof MinTypeMatcher min) {
            return new Length(min.getMin(), ListRules.UNLIMITED);
        } else if (rule instanceof MaxTypeMatcher max) {
            return new Length(0, max.getMax());
        } else if (rule instanceof MinMaxTypeMatcher both) {
            return new Length(both.getMin(), both.getMax());
        }
        return ANY;
    }

    /** Each expected element needs one of its own. */
    private static Length inAnyOrder(MatchingRule rule, int size) {
        if (rule instanceof MinEqualsIgnoreOrderMatcher min) {
            return new Length(Math.max(min.getMin(), size), ListRules.UNLIMITED);
        } else if (rule instanceof MaxEqualsIgnoreOrderMatcher max) {
            return new Length(size, max.getMax());
        } else if (rule instanceof MinMaxEqualsIgnoreOrderMatcher both) {
            return new Length(Math.max(both.getMin(), size), both.getMax());
        }
        return new Length(size, size);
    }

    static boolean isAnyOrder(MatchingRule rule) {
        return rule instanceof EqualsIgnoreOrderMatcher
                || rule instanceof MinEqualsIgnoreOrderMatcher
                || rule instanceof MaxEqualsIgnoreOrderMatcher
                || rule instanceof MinMaxEqualsIgnoreOrderMatcher;
    }
}
