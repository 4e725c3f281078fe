package dev.treaty.pacts.compare.json;

import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsIgnoreOrderMatcher;
import au.com.dius.pact.core.model.matchingrules.EqualsMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import dev.treaty.pacts.compare.text.StateMachine;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSet.Every;
import dev.treaty.pacts.compare.text.TextSet.Some;
import dev.treaty.pacts.compare.text.TextSet.Tested;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which texts are accepted in the place of an expected value that is not a list or an object. What is not said here about a rule is found out
 * by asking pact-jvm.
 */
final class ExpectedText {

    private static final TextSet NOT_EMPTY = TextSets.matching("[\\s\\S]+");
    private static final TextSet BOOLEANS = TextSets.oneOf(List.of("true", "false"));
    private static final Optional<StateMachine> VERSIONS =
            TextSets.machine("[0-9]+\\.[0-9]+\\.[0-9]+(?:[-+][0-9A-Za-z.+-]*)?");
    private static final Optional<StateMachine> SOME_TEXT = TextSets.machine("[\\s\\S]+");
    private static final Optional<StateMachine> NO_LARGE_NUMBERS =
            TextSets.machine("(?=[\\s\\S])[0-9]{0,9}(?:[^0-9]+[0-9]{1,9})*[^0-9]*");
    private static final List<String> PATH = List.of("$");

    private final Kind kind;
    private final String text;
    private final Object value;
    private final boolean numbersAreText;

    /**
     * @param kind the kind of the expected value
     * @param text its text
     * @param value as pact-jvm sees it
     * @param numbersAreText whether a text can be a number, as in a header
     */
    ExpectedText(Kind kind, String text, Object value, boolean numbersAreText) {
        this.kind = kind;
        this.text = text;
        this.value = value;
        this.numbersAreText = numbersAreText;
    }

    /**
     * The accepted texts.
     *
     * @param actual the kind of the values that have these texts
     * @param toValue makes such a value of its text, for pact-jvm
     */
    TextSet accepted(MatchingRuleGroup group, Kind actual, Function<String, Object> toValue) {
        if (actual == Kind.NULL || actual == Kind.BOOLEAN) {
            return TextSets.oneOf((actual == Kind.NULL ? List.of("null") : List.of("true", "false"))
                    .stream().filter(each -> pactAccepts(group, each, toValue)).toList());
        }
        var sets = group.getRules().stream()
                .map(rule -> accepted(rule, group.getCascaded(), actual, toValue))
                .toList();
        if (sets.isEmpty()) {
            return TextSets.EVERY;
        }
        return sets.size() == 1
                ? sets.get(0)
                : group.getRuleLogic() == RuleLogic.AND ? new Every(sets) : anyOf(sets, group, toValue);
    }

    /** One rule is enough, if none makes pact-jvm fail. */
    private TextSet anyOf(List<TextSet> sets, MatchingRuleGroup group, Function<String, Object> toValue) {
        var all = new ArrayList<TextSet>(List.of(new Some(sets)));
        for (var rule : group.getRules()) {
            if (FailingRules.mayFail(rule)) {
                var alone = new MatchingRuleGroup(List.of(rule), RuleLogic.AND, group.getCascaded());
                Predicate<String> test = each -> !pactFails(alone, each, toValue);
                all.add(
                        rule instanceof SemverMatcher
                                ? new Tested("semver does not fail", NO_LARGE_NUMBERS, SOME_TEXT, test)
                                : new Tested("%s of %s '%s' does not fail".formatted(rule, kind, text), test));
            }
        }
        return all.size() == 1 ? all.get(0) : new Every(all);
    }

    private boolean pactFails(MatchingRuleGroup group, String actual, Function<String, Object> toValue) {
        try {
            MatcherExecutorKt.domatch(group, PATH, value, toValue.apply(actual), BodyMismatchFactory.INSTANCE, null);
            return false;
        } catch (Exception e) { // of many types
            return true;
        }
    }

    /** False for what is not the text of a value, too. */
    private boolean pactAccepts(MatchingRuleGroup group, String actual, Function<String, Object> toValue) {
        try {
            return MatcherExecutorKt.domatch(
                            group, PATH, value, toValue.apply(actual), BodyMismatchFactory.INSTANCE, null)
                    .isEmpty();
        } catch (Exception e) { // of many types
            return false;
        }
    }

    private TextSet accepted(MatchingRule rule, boolean isCascaded, Kind actual, Function<String, Object> toValue) {
        if (rule instanceof RegexMatcher regex) {
            return withExamples(TextSets.matching(regex.getRegex()), List.of(text));
        } else if (rule instanceof IncludeMatcher include) {
            return TextSets.containing(include.getValue());
        } else if (rule instanceof TypeMatcher) {
            return sameType(actual);
        } else if (rule instanceof NotEmptyMatcher) {
            return actual == Kind.STRING ? TextSets.both(sameType(actual), NOT_EMPTY) : sameType(actual);
        } else if (rule instanceof NumberTypeMatcher number) {
            return number(number.getNumberType(), actual);
        } else if (rule instanceof NullMatcher) {
            return TextSets.NONE;
        } else if (rule instanceof BooleanMatcher) {
            return actual == Kind.STRING ? BOOLEANS : TextSets.NONE;
        } else if (rule instanceof EqualsMatcher) {
            return equal(actual);
        } else if (isLength(rule) && (isCascaded || actual != Kind.ARRAY)) {
            return sameType(actual);
        } else if (isAboutMembers(rule)) {
            return TextSets.EVERY;
        } else if (rule instanceof EqualsIgnoreOrderMatcher || (Length.isAnyOrder(rule) && actual != Kind.ARRAY)) {
            return equal(actual);
        }
        return tested(new MatchingRuleGroup(List.of(rule), RuleLogic.AND, isCascaded), rule, toValue);
    }

    /** What is left to pact-jvm, with what is known about it. */
    private TextSet tested(MatchingRuleGroup alone, MatchingRule rule, Function<String, Object> toValue) {
        Predicate<String> test = each -> pactAccepts(alone, each, toValue);
        if (rule instanceof DateMatcher date) {
            return dates(date.toString(), date.getFormat(), test);
        } else if (rule instanceof TimeMatcher time) {
            return dates(time.toString(), time.getFormat(), test);
        } else if (rule instanceof TimestampMatcher timestamp) {
            return dates(timestamp.toString(), timestamp.getFormat(), test);
        } else if (rule instanceof SemverMatcher) {
            return withExamples(new Tested("semver", VERSIONS, test), List.of(text));
        }
        return withExamples(new Tested("%s of %s '%s'".formatted(rule, kind, text), test), List.of(text));
    }

    private TextSet dates(String name, String pattern, Predicate<String> test) {
        var samples = new ArrayList<>(DatePatterns.samples(pattern));
        samples.add(text);
        return withExamples(new Tested(name, DatePatterns.most(pattern), test), samples);
    }

    /** So that a search, which tries few texts, tries these. */
    private static TextSet withExamples(TextSet set, List<String> texts) {
        if (!(set instanceof Tested tested)) {
            return set;
        }
        var examples = texts.stream().filter(tested::contains).toList();
        return examples.isEmpty()
                ? tested
                : new Tested(tested.name(), Optional.of(TextSets.machineOf(examples)), tested.most(), tested.test());
    }

    private static boolean isLength(MatchingRule rule) {
        return rule instanceof MinTypeMatcher || rule instanceof MaxTypeMatcher || rule instanceof MinMaxTypeMatcher;
    }

    /** Those do nothing where there are no members. */
    private static boolean isAboutMembers(MatchingRule rule) {
        return rule instanceof ArrayContainsMatcher
                || rule instanceof EachKeyMatcher
                || rule instanceof EachValueMatcher
                || rule instanceof ValuesMatcher;
    }

    private TextSet sameType(Kind actual) {
        return actual == kind || (isNumber(actual) && isNumber(kind)) ? TextSets.EVERY : TextSets.NONE;
    }

    private static boolean isNumber(Kind kind) {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL;
    }

    private TextSet number(NumberTypeMatcher.NumberType type, Kind actual) {
        return switch (type) {
            case INTEGER -> integer(actual);
            case DECIMAL -> decimal(actual);
            case NUMBER -> new Some(List.of(integer(actual), decimal(actual)));
        };
    }

    private TextSet integer(Kind actual) {
        return actual == Kind.INTEGER
                ? TextSets.EVERY
                : actual == Kind.STRING && numbersAreText ? TextSets.matching("-?[0-9]+") : TextSets.NONE;
    }

    /** Of the integers, 0 is one for pact-jvm. */
    private TextSet decimal(Kind actual) {
        return switch (actual) {
            case INTEGER -> TextSets.only("0");
            case DECIMAL -> Numbers.FRACTIONAL;
            case STRING -> numbersAreText ? TextSets.matching("0|-?[0-9]+\\.[0-9]*") : TextSets.NONE;
            default -> TextSets.NONE;
        };
    }

    /** The texts of values that are equal to the expected one. */
    TextSet equal(Kind actual) {
        if (actual != kind) {
            return TextSets.NONE;
        }
        return switch (kind) {
            case INTEGER -> Numbers.integersEqualTo(text);
            case DECIMAL -> Numbers.decimalsEqualTo(text);
            default -> TextSets.only(text);
        };
    }
}
