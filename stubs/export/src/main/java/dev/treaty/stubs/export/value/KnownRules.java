package dev.treaty.stubs.export.value;

import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxEqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.PluginMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import au.com.dius.pact.core.support.Either;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The kinds of rule that the export knows: all that pact-jvm has. Whatever a rule of another kind accepts, its translation is not called
 * exact.
 */
public final class KnownRules {

    static final Set<Class<? extends MatchingRule>> KINDS = Set.of(
            ArrayContainsMatcher.class,
            BooleanMatcher.class,
            ContentTypeMatcher.class,
            DateMatcher.class,
            EachKeyMatcher.class,
            EachValueMatcher.class,
            EqualsIgnoreOrderMatcher.class,
            EqualsMatcher.class,
            IncludeMatcher.class,
            MaxEqualsIgnoreOrderMatcher.class,
            MaxTypeMatcher.class,
            MinEqualsIgnoreOrderMatcher.class,
            MinMaxEqualsIgnoreOrderMatcher.class,
            MinMaxTypeMatcher.class,
            MinTypeMatcher.class,
            NotEmptyMatcher.class,
            NullMatcher.class,
            NumberTypeMatcher.class,
            PluginMatcher.class,
            RegexMatcher.class,
            SemverMatcher.class,
            StatusCodeMatcher.class,
            TimeMatcher.class,
            TimestampMatcher.class,
            TypeMatcher.class,
            ValuesMatcher.class);

    private KnownRules() {}

    /** Whether all rules are of a known kind, and those inside of them. */
    public static boolean containAll(Collection<? extends MatchingRule> rules) {
        return rules.stream().allMatch(KnownRules::contain);
    }

    static boolean contain(MatchingRule rule) {
        return KINDS.contains(rule.getClass()) && containAll(inside(rule));
    }

    private static List<MatchingRule> inside(MatchingRule rule) {
        if (rule instanceof EachKeyMatcher keys) {
            return resolved(keys.getDefinition().getRules());
        }
        return rule instanceof EachValueMatcher values
                ? resolved(values.getDefinition().getRules())
                : List.of();
    }

    /** Those that pact-jvm has read; the others are references to rules elsewhere, which it does not apply. */
    public static List<MatchingRule> resolved(Collection<? extends Either<?, ?>> definition) {
        return definition.stream()
                .filter(rule -> rule instanceof Either.A<?> read && read.getValue() instanceof MatchingRule)
                .map(rule -> (MatchingRule) ((Either.A<?>) rule).getValue())
                .toList();
    }
}
