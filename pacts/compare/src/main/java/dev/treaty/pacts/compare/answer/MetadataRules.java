package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.List;

/** What rules for metadata accept beside texts: a provider may send a number where the example is a text. */
final class MetadataRules {

    private static final List<Class<? extends MatchingRule>> WANT_THE_TYPE = List.of(
            EqualsMatcher.class,
            TypeMatcher.class,
            NotEmptyMatcher.class,
            MinTypeMatcher.class,
            MaxTypeMatcher.class,
            MinMaxTypeMatcher.class);

    private static final List<Class<? extends MatchingRule>> ABOUT_TEXT = List.of(
            RegexMatcher.class, IncludeMatcher.class, DateMatcher.class, TimeMatcher.class, TimestampMatcher.class);

    private MetadataRules() {}

    /** Whether rules for an example that is a text accept nothing else. */
    static boolean acceptOnlyTexts(MatchingRuleGroup group) {
        var rules = group.getRules().stream().map(MatchingRule::getClass);
        return group.getRuleLogic() == RuleLogic.AND
                ? rules.anyMatch(WANT_THE_TYPE::contains)
                : !group.getRules().isEmpty() && rules.allMatch(WANT_THE_TYPE::contains);
    }

    /** Whether rules see any value as its text. */
    static boolean areAboutText(MatchingRuleGroup group) {
        return group.getRules().stream().map(MatchingRule::getClass).allMatch(ABOUT_TEXT::contains);
    }
}
