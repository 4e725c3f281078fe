package dev.treaty.stubs.export.value;

import au.com.dius.pact.core.model.matchingrules.ArrayContainsMatcher;
import au.com.dius.pact.core.model.matchingrules.BooleanMatcher;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.DateMatcher;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinMaxTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import au.com.dius.pact.core.model.matchingrules.NullMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.PluginMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.model.matchingrules.StatusCodeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimeMatcher;
import au.com.dius.pact.core.model.matchingrules.TimestampMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import dev.treaty.stubs.export.draft.Deviation;
import dev.treaty.stubs.export.value.TextPattern.Contains;
import dev.treaty.stubs.export.value.TextPattern.Equal;
import dev.treaty.stubs.export.value.TextPattern.Matches;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule for one text (a path, a header, a parameter, a JSON string), translated as pact-jvm's {@code MatcherExecutor} applies
 * it.
 *
 * @param pattern what accepts the text
 * @param deviations how it differs from Pact
 */
public record TextTranslation(TextPattern pattern, Set<Deviation> deviations) {

    /** Where the text is. */
    public enum Place {
        PATH,
        /** pact-jvm also applies a rule to the list of values, which is neither a number nor a version. */
        QUERY,
        /** A text may be a number here. */
        HEADER,
        FORM,
        JSON,
        XML_TEXT,
        /** A text may be a number here. */
        XML_ATTRIBUTE
    }

    private static final String INTEGER = "-?\\d+";
    private static final String DECIMAL = "0|-?\\d+\\.\\d*";

    /** The grammar of semver.org, version 2.0.0. */
    private static final String SEMANTIC_VERSION = "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)"
            + "(-(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(\\.(0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?"
            + "(\\+[0-9a-zA-Z-]+(\\.[0-9a-zA-Z-]+)*)?";

    /**
     * Translates a group of rules.
     *
     * @param example the text in the contract
     * @param place where the text is; some of pact-jvm's rules only work in some places
     */
    public static TextTranslation of(MatchingRuleGroup group, String example, Place place) {
        var each =
                group.getRules().stream().map(rule -> of(rule, example, place)).toList();
        if (each.isEmpty()) {
            return anything();
        }
        return each.size() == 1 ? each.get(0) : combined(each, group.getRuleLogic() == RuleLogic.OR);
    }

    private static TextTranslation combined(List<TextTranslation> each, boolean any) {
        var deviations = EnumSet.noneOf(Deviation.class);
        each.forEach(one -> deviations.addAll(one.deviations()));
        if (any) {
            return new TextTranslation(
                    new Matches(each.stream().map(one -> one.pattern().regex()).collect(Collectors.joining("|"))),
                    deviations);
        }
        var last = each.get(each.size() - 1).pattern().regex();
        return new TextTranslation(
                new Matches(each.stream()
                        .limit(each.size() - 1L)
                        .map(one -> "(?=" + Regexes.group(one.pattern().regex()) + "\\z)")
                        .collect(Collectors.joining("", "", Regexes.group(last)))),
                deviations);
    }

    /** Translates a rule for a text. */
    public static TextTranslation of(MatchingRule rule, String example, Place place) {
        if (rule instanceof RegexMatcher regex) {
            return ofRegex(regex.getRegex());
        }
        if (rule instanceof IncludeMatcher include) {
            return exact(new Contains(include.getValue()));
        }
        if (rule instanceof NumberTypeMatcher number) {
            return place == Place.HEADER || place == Place.XML_ATTRIBUTE ? exact(new Matches(number(number))) : never();
        }
        if (rule instanceof BooleanMatcher) {
            return exact(new Matches("true|false"));
        }
        if (rule instanceof NotEmptyMatcher) {
            return exact(new Matches("(?s:.+)"));
        }
        if (rule instanceof SemverMatcher) {
            return place == Place.QUERY ? never() : exact(new Matches(SEMANTIC_VERSION));
        }
        if (rule instanceof ContentTypeMatcher) {
            return new TextTranslation(Matches.ANYTHING, EnumSet.of(Deviation.CONTENT_TYPE_OF_VALUE));
        }
        if (isAboutType(rule)) {
            return anything();
        }
        return ofDate(rule, example);
    }

    private static TextTranslation ofDate(MatchingRule rule, String example) {
        if (rule instanceof DateMatcher date) {
            return of(DateFormatRegex.of(date.getFormat()));
        }
        if (rule instanceof TimeMatcher time) {
            return of(DateFormatRegex.of(time.getFormat()));
        }
        if (rule instanceof TimestampMatcher timestamp) {
            return of(DateFormatRegex.ofTimestamp(timestamp.getFormat()));
        }
        if (rule instanceof NullMatcher || rule instanceof StatusCodeMatcher || rule instanceof PluginMatcher) {
            return never();
        }
        return KnownRules.contain(rule)
                ? exact(new Equal(example)) // equality, and ignore-order, which is the same unless it is a list
                : new TextTranslation(Matches.ANYTHING, EnumSet.of(Deviation.UNKNOWN_RULE));
    }

    private static TextTranslation ofRegex(String regex) {
        return Regexes.isValid(regex)
                ? exact(new Matches(regex))
                : new TextTranslation(Matches.ANYTHING, EnumSet.of(Deviation.INVALID_REGEX));
    }

    private static TextTranslation of(DateFormatRegex date) {
        return new TextTranslation(new Matches(date.regex()), date.deviations());
    }

    /** Whether any text is accepted; rules for lists and maps do not apply to texts. */
    private static boolean isAboutType(MatchingRule rule) {
        return rule instanceof TypeMatcher
                || rule instanceof MinTypeMatcher
                || rule instanceof MaxTypeMatcher
                || rule instanceof MinMaxTypeMatcher
                || rule instanceof ValuesMatcher
                || rule instanceof EachKeyMatcher
                || rule instanceof EachValueMatcher
                || rule instanceof ArrayContainsMatcher;
    }

    private static String number(NumberTypeMatcher rule) {
        return switch (rule.getNumberType()) {
            case INTEGER -> INTEGER;
            case DECIMAL -> DECIMAL;
            case NUMBER -> INTEGER + "|" + DECIMAL;
        };
    }

    static TextTranslation exact(TextPattern pattern) {
        return new TextTranslation(pattern, Set.of());
    }

    private static TextTranslation anything() {
        return exact(Matches.ANYTHING);
    }

    private static TextTranslation never() {
        return new TextTranslation(Matches.ANYTHING, EnumSet.of(Deviation.NEVER_IN_PACT));
    }
}
