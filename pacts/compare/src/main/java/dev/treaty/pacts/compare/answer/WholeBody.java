package dev.treaty.pacts.compare.answer;

import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IHttpPart;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.IncludeMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleGroup;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.NotEmptyMatcher;
import dev.treaty.pacts.errors.Quantity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies that pact-jvm does not compare in parts. */
final class WholeBody {

    private static final int ANY_STATUS = 200;

    private WholeBody() {}

    /** Whether there is a rule for the whole body that pact-jvm applies to its bytes, whatever its type: {@code contentType}. */
    static boolean isDecidedByRoot(ExpectedAnswer expected) {
        return !expected.isMessage()
                && !expected.isPart()
                && root(expected)
                        .filter(group -> group.canMatch(expected.type()))
                        .isPresent();
    }

    /**
     * Whether chance decides if an answer is accepted: {@code include} sees an array of bytes as {@code "[B@1b6d3586"}, with a number that is another one
     * for each array.
     */
    static boolean isDecidedByChance(ExpectedAnswer expected) {
        return isDecidedByRoot(expected)
                && root(expected)
                        .filter(group -> group.getRules().stream().anyMatch(IncludeMatcher.class::isInstance))
                        .isPresent();
    }

    private static Optional<MatchingRuleGroup> root(ExpectedAnswer expected) {
        return Optional.ofNullable(expected.bodyRules().getMatchingRules().get("$"));
    }

    /** Whether the same is asked of the bytes of a body, whatever the examples. Other rules see bytes as no text, or never as equal. */
    static boolean haveSameRules(ExpectedAnswer before, ExpectedAnswer after) {
        var rules = root(before);
        return rules.equals(root(after))
                && rules.stream()
                        .flatMap(group -> group.getRules().stream())
                        .allMatch(rule -> rule instanceof ContentTypeMatcher || rule instanceof NotEmptyMatcher);
    }

    /** Whether pact-jvm accepts a body for what is expected. */
    static boolean isAccepted(ExpectedAnswer expected, OptionalBody body, String baseType) {
        try {
            return Matching.INSTANCE
                    .matchBody(
                            part(expected.baseType(), expected.body(), expected),
                            part(baseType, body, expected),
                            expected.bodyContext())
                    .matchedOk();
        } catch (Exception | StackOverflowError e) { // of many types
            return false;
        }
    }

    private static IHttpPart part(String baseType, OptionalBody body, ExpectedAnswer expected) {
        var rules = new MatchingRulesImpl();
        if (!expected.isPart()) {
            rules.addCategory(expected.bodyRules());
        }
        var headers = new HashMap<>(Map.of("Content-Type", List.of(baseType)));
        return new HttpResponse(ANY_STATUS, headers, body, rules).asHttpPart();
    }

    /** The body of the example with a space at its end. */
    static OptionalBody longer(ExpectedAnswer expected) {
        var bytes = expected.body().orEmpty();
        var longer = Arrays.copyOf(bytes, bytes.length + 1);
        longer[bytes.length] = ' ';
        return OptionalBody.body(longer, expected.type());
    }

    /** The body of the example, as text if it is one. */
    static String shown(ExpectedAnswer expected) {
        var body = expected.body();
        if (!body.isPresent()) {
            return "no body";
        }
        return expected.type().isBinaryType()
                ? "%s of %s".formatted(Quantity.of(body.unwrap().length, "byte"), expected.baseType())
                : body.valueAsString();
    }
}
