package dev.treaty.pacts.compare.answer;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.ContentMatcher;
import au.com.dius.pact.core.matchers.FormPostContentMatcher;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MultipartMessageContentMatcher;
import au.com.dius.pact.core.matchers.PlainTextContentMatcher;
import au.com.dius.pact.core.matchers.XmlContentMatcher;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import dev.treaty.pacts.compare.json.JsonInclusion;
import dev.treaty.pacts.compare.text.TextDifference;
import dev.treaty.pacts.compare.text.TextSet;
import dev.treaty.pacts.compare.text.TextSets;
import dev.treaty.pacts.compare.xml.XmlInclusion;
import dev.treaty.pacts.files.BodyText;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares which bodies are accepted. JSON, XML, forms, multipart bodies and plain text are understood; other bodies must be the same, with the same rules. */
final class BodyComparison {

    private static final int TEXT_FLAGS = Pattern.MULTILINE | Pattern.DOTALL;
    private static final String BODY = "body";

    /** Shows that none is accepted any more. */
    private static final String ANY_BODY = "{}";

    private final ExpectedAnswer before;
    private final ExpectedAnswer after;
    private final Answer base;

    /** @param base an answer that was accepted before */
    BodyComparison(ExpectedAnswer before, ExpectedAnswer after, Answer base) {
        this.before = before;
        this.after = after;
        this.base = base;
    }

    AnswerDifference difference() {
        if (isFree(after) || isSame() || isAcceptedAsWhole()) {
            return AnswerDifference.NONE;
        } else if (isFree(before)) {
            return AnswerDifference.of(base.withBody(OptionalBody.missing()), BODY, "missing")
                    .and(AnswerDifference.of(base.withBody(body(after, ANY_BODY)), BODY, ANY_BODY));
        } else if (isComparedByType()
                && before.body().isPresent()
                && after.body().isPresent()) {
            return ofSameType();
        }
        return notProven(BODY);
    }

    /** The body of the example may show the difference, or the same with a byte more, where rules for bytes only see how it begins. */
    private AnswerDifference notProven(String what) {
        var examples = WholeBody.isDecidedByRoot(before)
                ? example(BODY)
                        .and(AnswerDifference.of(
                                base.withBody(WholeBody.longer(before)),
                                BODY,
                                WholeBody.shown(before) + " and a space"))
                : example(BODY);
        return examples.and(AnswerDifference.undecided(what));
    }

    private AnswerDifference example(String at) {
        return AnswerDifference.of(base.withBody(before.body()), at, WholeBody.shown(before));
    }

    private static boolean isFree(ExpectedAnswer expected) {
        return expected.body().isMissing() && !WholeBody.isDecidedByRoot(expected);
    }

    /** Whether an answer is accepted only if it has the type of the example. */
    static boolean needsType(ExpectedAnswer expected) {
        return expected.body().isPresent() && !WholeBody.isDecidedByRoot(expected);
    }

    private boolean isSame() {
        return before.body().equals(after.body())
                && before.baseType().equals(after.baseType())
                && before.bodyRules().equals(after.bodyRules())
                && RuleOrder.isSame(before.bodyRules(), after.bodyRules());
    }

    /** Where pact-jvm does not compare parts: any body that rules for its bytes accept, or just one. */
    private boolean isAcceptedAsWhole() {
        return WholeBody.isDecidedByRoot(before)
                ? WholeBody.isDecidedByRoot(after) && WholeBody.haveSameRules(before, after)
                : isOnlyOneAccepted() && WholeBody.isAccepted(after, before.body(), before.baseType());
    }

    private boolean isOnlyOneAccepted() {
        return !before.isMessage() && before.body().isPresent() && matcher(before) == null;
    }

    private boolean isComparedByType() {
        return !WholeBody.isDecidedByRoot(before)
                && !WholeBody.isDecidedByRoot(after)
                && (before.isMessage() || before.baseType().equals(after.baseType()));
    }

    private AnswerDifference ofSameType() {
        var matcher = matcher(before);
        if (matcher instanceof JsonContentMatcher && matcher(after) instanceof JsonContentMatcher) {
            return json();
        } else if (matcher instanceof XmlContentMatcher && matcher(after) instanceof XmlContentMatcher) {
            return xml();
        } else if (matcher instanceof PlainTextContentMatcher && matcher(after) instanceof PlainTextContentMatcher) {
            return text();
        } else if (matcher instanceof FormPostContentMatcher && matcher(after) instanceof FormPostContentMatcher) {
            return new FormComparison(before, after, base).difference();
        } else if (matcher instanceof MultipartMessageContentMatcher
                && matcher(after) instanceof MultipartMessageContentMatcher) {
            return multipart();
        }
        return notProven("%s, because bodies of type %s are not compared in parts".formatted(BODY, before.baseType()));
    }

    private static @Nullable ContentMatcher matcher(ExpectedAnswer expected) {
        var matcher = MatchingConfig.lookupContentMatcher(expected.type().getBaseType());
        var supertype = expected.type().getSupertype();
        return matcher != null || expected.isMessage() || supertype == null
                ? matcher
                : MatchingConfig.lookupContentMatcher(supertype.toString());
    }

    // --- JSON ---

    private AnswerDifference json() {
        var jsonBefore = parse(before);
        var jsonAfter = parse(after);
        if (jsonBefore.isEmpty() || jsonAfter.isEmpty()) {
            return AnswerDifference.undecided(BODY + ", which is not JSON");
        }
        var difference =
                JsonInclusion.difference(jsonBefore.get(), before.bodyContext(), jsonAfter.get(), after.bodyContext());
        var undecided = difference.undecided();
        return difference.counterexamples().stream()
                .map(example -> AnswerDifference.of(
                        base.withBody(body(before, BodyText.of(example.value()))), example.at(), example.shown()))
                .reduce(new AnswerDifference(List.of(), undecided), AnswerDifference::and)
                .and(undecided.isEmpty() ? AnswerDifference.NONE : example(undecided.get(0)));
    }

    private static Optional<JsonValue> parse(ExpectedAnswer expected) {
        try {
            return Optional.of(JsonParser.parseString(expected.body().valueAsString()));
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private static OptionalBody body(ExpectedAnswer expected, String text) {
        return text.isEmpty() ? OptionalBody.empty() : OptionalBody.body(text.getBytes(UTF_8), expected.type());
    }

    /** A small body that is accepted; the example's if none is found. */
    static OptionalBody sample(ExpectedAnswer expected) {
        return expected.body().isPresent()
                        && !WholeBody.isDecidedByRoot(expected)
                        && matcher(expected) instanceof JsonContentMatcher
                ? parse(expected)
                        .flatMap(json -> JsonInclusion.smallest(json, expected.bodyContext()))
                        .map(json -> body(expected, BodyText.of(json)))
                        .orElse(expected.body())
                : expected.body();
    }

    // --- XML ---

    private AnswerDifference xml() {
        try {
            var difference = XmlInclusion.difference(
                    before.body().valueAsString(),
                    before.bodyContext(),
                    after.body().valueAsString(),
                    after.bodyContext());
            // rules for elements are also applied to the first one of the example itself
            var isPossible = WholeBody.isAccepted(after, after.body(), after.baseType());
            return difference.examples().stream()
                    .map(example -> AnswerDifference.of(
                            base.withBody(body(before, example.document())), example.at(), example.shown()))
                    .reduce(new AnswerDifference(List.of(), difference.undecided()), AnswerDifference::and)
                    .and(isPossible ? AnswerDifference.NONE : notProven(BODY + ", whose example breaks its own rules"));
        } catch (Exception e) { // pact-jvm throws exceptions of many types
            return notProven(BODY + ", which is not XML");
        }
    }

    // --- multipart ---

    private AnswerDifference multipart() {
        var difference = new MultipartComparison(
                        before, after, base, (one, other, part) -> new BodyComparison(one, other, part).difference())
                .difference();
        return difference.undecided().isEmpty()
                ? difference
                : difference.and(AnswerDifference.of(base, BODY, WholeBody.shown(before)));
    }

    // --- text ---

    private AnswerDifference text() {
        var difference = TextDifference.between(text(before), text(after), TextSets.WELL_FORMED);
        if (difference.isNone()) {
            return AnswerDifference.NONE;
        }
        return difference
                .example()
                .map(text -> AnswerDifference.of(base.withBody(body(before, text)), BODY, text))
                .orElseGet(() -> AnswerDifference.undecided(BODY));
    }

    private static TextSet text(ExpectedAnswer expected) {
        var root = expected.bodyRules().getMatchingRules().get("$");
        return root != null && !root.getRules().isEmpty() && root.getRules().get(0) instanceof RegexMatcher regex
                ? TextSets.matching(regex.getRegex(), TEXT_FLAGS)
                : TextSets.only(expected.body().valueAsString());
    }
}
