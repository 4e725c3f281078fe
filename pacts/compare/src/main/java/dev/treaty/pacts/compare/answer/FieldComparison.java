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

/** Compares the headers of responses, and the metadata of messages. Whatever a contract does not name may be there, and have any value. */
final class FieldComparison {

    /** A value of a header in ASCII (RFC 9110, section 5.5). */
    private static final TextSet HEADER_VALUES = TextSets.matching("(?:[!-~](?:[ \\t!-~]*[!-~])?)?");

    private static final String MISSING = "missing";
    private static final String UNLIKELY = "x/y";

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
        var known = valuesBefore(name);
        if (known.isEmpty()) {
            return AnswerDifference.of(
                    isOptional(name) ? base.withField(name, 0, UNLIKELY) : base.withoutField(name),
                    after.field(name),
                    isOptional(name) ? UNLIKELY : MISSING);
        } else if (known.get().size() != values.size()) {
            return AnswerDifference.undecided(after.field(name) + ", which has several values");
        }
        var difference = AnswerDifference.NONE;
        for (var i = 0; i < values.size(); i++) {
            difference = difference.and(difference(name, i, known.get().get(i), values.get(i)));
        }
        return difference;
    }

    private Optional<List<String>> valuesBefore(String name) {
        return before.fields().entrySet().stream()
                .filter(field -> before.isMessage()
                        ? field.getKey().equals(name)
                        : field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** pact-jvm does not miss the media type of a message. */
    private boolean isOptional(String name) {
        return after.isMessage() && name.replace("-", "").equalsIgnoreCase("contentType");
    }

    private AnswerDifference difference(String name, int index, String known, String value) {
        var difference = TextDifference.between(
                TextSets.both(accepted(before, name, known), whereBodyIsAccepted(name)),
                accepted(after, name, value),
                values());
        if (difference.isNone()) {
            return AnswerDifference.NONE;
        }
        return difference
                .example()
                .map(text -> AnswerDifference.of(base.withField(name, index, text), after.field(name), text))
                .orElseGet(() -> AnswerDifference.undecided(after.field(name)));
    }

    private TextSet values() {
        return before.isMessage() ? TextSets.WELL_FORMED : HEADER_VALUES;
    }

    /** A response with a body must say that it has the type of the example. */
    private TextSet whereBodyIsAccepted(String name) {
        return !before.isMessage() && isContentType(name) && before.body().isPresent()
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
