package dev.treaty.stubs.matching.bodies;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.Matchers;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.PlainTextContentMatcher;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.ContentTypeMatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Applies rules such as type and include to a body that is text. pact-jvm applies all but regexes to its bytes, which are no text, so that no
 * client can match.
 */
public final class TextRules {

    private static final String ROOT = "$";
    private static final boolean NUMBERS_ARE_TEXT = true;

    private TextRules() {}

    /** The result of pact-jvm, or a better one if it is about the bytes of a text. */
    public static BodyMatchResult applied(BodyMatchResult result, IRequest expected, Request actual) {
        var rules = expected.getMatchingRules().rulesForCategory("body");
        var ofAll = rules.getMatchingRules().get(ROOT);
        if (ofAll == null
                || result.matchedOk()
                || result.getTypeMismatch() != null
                || !expected.getBody().isPresent()
                || !actual.getBody().isPresent()
                || !isText(expected.determineContentType())
                || !isOfSameType(expected, actual)
                || ofAll.getRules().stream().anyMatch(ContentTypeMatcher.class::isInstance)) {
            return result;
        }
        var mismatches = Matchers.<BodyMismatch>domatch(
                new MatchingContext(rules, false, Map.of(), NUMBERS_ARE_TEXT),
                List.of(ROOT),
                expected.getBody().valueAsString(),
                actual.getBody().valueAsString(),
                BodyMismatchFactory.INSTANCE);
        return new BodyMatchResult(
                null, mismatches.isEmpty() ? List.of() : List.of(new BodyItemMatchResult(ROOT, mismatches)));
    }

    /** pact-jvm compares the types, unless a rule may be for any type, such as equality. */
    private static boolean isOfSameType(IRequest expected, Request actual) {
        return Objects.equals(
                expected.determineContentType().getBaseType(),
                actual.determineContentType().getBaseType());
    }

    private static boolean isText(ContentType type) {
        var base = type.getBaseType();
        if (base == null || !base.startsWith("text/")) {
            return false;
        }
        var matcher = MatchingConfig.lookupContentMatcher(base);
        return matcher == null || matcher instanceof PlainTextContentMatcher;
    }
}
