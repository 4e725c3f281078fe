package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import dev.treaty.pacts.compare.json.Strings;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Compares the headers of responses, and the metadata of messages. Whatever a contract does not name may be there, and have any value. */
final class FieldComparison {

    /** A value of a header in ASCII (RFC 9110, section 5.5). */
    private static final TextSet HEADER_VALUES = TextSets.matching("(?:[!-~](?:[ \\t!-~]*[!-~])?)?");

    private static final String MISSING = "missing";
    private static final String UNLIKELY = "x/y";

    /** Pairs of a value before and a value after. */
    private static final int MOST_VALUES = 100;

    private final ExpectedAnswer before;
    private final ExpectedAnswer after;
    private final Answer base;

    /** @param base an answer that was accepted before */
    FieldComparison(ExpectedAnswer before, ExpectedAnswer after, Answer base) {
        this.before = before;
        this.after = after;
        this.base = base;
    }

    AnswerDifference difference() {
        return after.fields().entrySet().stream()
                .map(field -> difference(field.getKey(), field.getValue()))
                .reduce(AnswerDifference.NONE, AnswerDifference::and);
    }

    private AnswerDifference difference(String name, List<String> values) {
        var field = after.field(name);
        var known = before.fields().get(name);
        if (known == null) {
            return AnswerDifference.of(
                    isOptional(name) ? base.withField(name, 0, UNLIKELY) : base.withoutField(name),
                    field,
                    isOptional(name) ? UNLIKELY : MISSING);
        } else if (values.isEmpty() || isSame(name, known, values)) {
            return AnswerDifference.NONE;
        } else if (before.nonTexts().contains(name) || after.nonTexts().contains(name)) {
            return AnswerDifference.undecided(field + ", which is not a text");
        } else if (known.isEmpty() || known.size() * values.size() > MOST_VALUES) {
            return AnswerDifference.of(base.withField(name, 0, UNLIKELY), field, UNLIKELY)
                    .and(AnswerDifference.undecided(field));
        }
        return eachValue(name, known, values).and(missingValues(name, known, values));
    }

    private boolean isSame(String name, List<String> known, List<String> values) {
        return known.equals(values)
                && before.nonTexts().contains(name) == after.nonTexts().contains(name)
                && rules(before, name).equals(rules(after, name));
    }

    /** If a field has more values than its example, pact-jvm repeats those of the example. */
    private AnswerDifference eachValue(String name, List<String> known, List<String> values) {
        var difference = AnswerDifference.NONE;
        for (var i = 0; i < known.size() * values.size(); i++) {
            difference = difference.and(value(name, i, known.get(i % known.size()), values.get(i % values.size())));
            if (!difference.isNone() && i >= Math.max(known.size(), values.size())) {
                break; // says nothing new
            }
        }
        return difference;
    }

    /** If it has fewer, pact-jvm takes the others for empty. */
    private AnswerDifference missingValues(String name, List<String> known, List<String> values) {
        return IntStream.range(known.size(), values.size())
                .filter(i -> !accepted(after, name, values.get(i)).contains(""))
                .mapToObj(i -> AnswerDifference.of(base, after.field(name), String.join(", ", known)))
                .findFirst()
                .orElse(AnswerDifference.NONE);
    }

    /** pact-jvm does not miss the media type of a message. */
    private boolean isOptional(String name) {
        return after.isMessage() && name.replace("-", "").equalsIgnoreCase("contentType");
    }

    private AnswerDifference value(String name, int index, String known, String value) {
        var difference = TextDifference.between(
                TextSets.both(accepted(before, name, known), whereBodyIsAccepted(name, index)),
                accepted(after, name, value),
                values());
        if (difference.isNone()) {
            return nonTexts(name);
        }
        return difference
                .example()
                .map(text -> AnswerDifference.of(base.withField(name, index, text), after.field(name), text))
                .orElseGet(() -> AnswerDifference.undecided(after.field(name)));
    }

    /** Metadata may be numbers or truth values, too, where the rules do not want a text. */
    private AnswerDifference nonTexts(String name) {
        var rulesBefore = rules(before, name);
        var isDecided = !before.isMessage()
                || rulesBefore.map(MetadataRules::acceptOnlyTexts).orElse(true)
                || (MetadataRules.areAboutText(rulesBefore.get())
                        && rules(after, name)
                                .filter(MetadataRules::areAboutText)
                                .isPresent());
        return isDecided
                ? AnswerDifference.NONE
                : AnswerDifference.undecided(after.field(name) + ", which may be a number, for example");
    }

    private TextSet values() {
        return before.isMessage() ? TextSets.WELL_FORMED : HEADER_VALUES;
    }

    /** A response with a body must say that it has the type of the example; pact-jvm reads the first value. */
    private TextSet whereBodyIsAccepted(String name, int index) {
        return !before.isMessage() && index == 0 && isContentType(name) && BodyComparison.needsType(before)
                ? MediaTypes.ofBody(before.baseType())
                : TextSets.EVERY;
    }

    private static boolean isContentType(String name) {
        return name.equalsIgnoreCase("Content-Type");
    }

    /** A value that is accepted; the example's if it is. */
    static Optional<String> sample(ExpectedAnswer expected, String name, String example) {
        var accepted = accepted(expected, name, example);
        return accepted.contains(example)
                ? Optional.of(example)
                : TextDifference.shortest(accepted, expected.isMessage() ? TextSets.WELL_FORMED : HEADER_VALUES);
    }

    private static TextSet accepted(ExpectedAnswer expected, String name, String value) {
        var rules = rules(expected, name);
        if (rules.isPresent()) {
            return Strings.accepted(value, rules.get(), !expected.isMessage());
        } else if (expected.isMessage()) {
            return TextSets.only(value);
        }
        return isContentType(name) || name.equalsIgnoreCase("Accept") ? MediaTypes.like(value) : spacedLike(value);
    }

    private static Optional<MatchingRuleGroup> rules(ExpectedAnswer expected, String name) {
        var path = List.of(name);
        Comparator<String> names = expected.isMessage() ? Comparator.naturalOrder() : String.CASE_INSENSITIVE_ORDER;
        var context = new MatchingContext(expected.fieldRules(), true, Map.of(), !expected.isMessage());
        return context.matcherDefined(path, names)
                ? Optional.of(context.selectBestMatcher(path, names))
                : Optional.empty();
    }

    /** pact-jvm ignores white space after commas. */
    private static TextSet spacedLike(String value) {
        return TextSets.matching(
                Arrays.stream(value.split(",\\s*", -1)).map(Pattern::quote).collect(Collectors.joining(",\\s*")));
    }
}
