package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.CookieMismatch;
import au.com.dius.pact.core.matchers.HeaderMatchResult;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingConfig;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.MethodMismatch;
import au.com.dius.pact.core.matchers.PathMismatch;
import au.com.dius.pact.core.matchers.QueryMatchResult;
import au.com.dius.pact.core.matchers.RequestMatchResult;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRuleCategory;
import dev.treaty.stubs.matching.acceptance.HeaderAcceptance;
import dev.treaty.stubs.matching.acceptance.RegexAcceptance;
import dev.treaty.stubs.matching.bodies.FormBodies;
import dev.treaty.stubs.matching.bodies.TextRules;
import dev.treaty.stubs.matching.bodies.UntypedBodies;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.MediaTypeValue;
import dev.treaty.stubs.matching.request.ReceivedHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * pact-jvm's comparison of a request with the expected one ({@code RequestMatching.requestMismatches}, without plugins), except that
 * parts which the contract does not mention are skipped. pact-jvm accepts any value there but looks at them all the same, and that is
 * most of its cost for a GET: without a body to compare, it compiles seven regular expressions to choose how to compare it.
 */
final class PartwiseMatching {

    private static final boolean UNEXPECTED_ARE_REFUSED = false;
    private static final boolean NUMBERS_ARE_TEXT = true;

    /** Bytes that are compared in no time, whatever they are. */
    private static final int SHORT_BODY = 16 << 10;

    /** pact-jvm removes the host that follows this from a path. */
    private static final String HOST = "://";

    private final HttpInteraction interaction;
    private final IRequest expected;
    private final Request actual;

    private PartwiseMatching(HttpInteraction interaction, Request actual) {
        this.interaction = interaction;
        expected = interaction.expected();
        this.actual = UntypedBodies.typed(actual, expected);
    }

    /**
     * Compares them part by part. What pact-jvm throws for a part is a mismatch of that part: its mock server answers 500 then, which refuses
     * the request. It throws for an invalid regex in the contract, a body that is not XML, deeply nested lists, and more.
     */
    static RequestMatchResult compare(HttpInteraction interaction, Request actual) {
        var parts = new PartwiseMatching(interaction, actual);
        return ComparisonFailure.orMismatch(parts::result, failure -> parts.resultWithFailures());
    }

    private RequestMatchResult result() {
        return new RequestMatchResult(method(), path(), query(), cookies(), headers(), body());
    }

    private RequestMatchResult resultWithFailures() {
        return new RequestMatchResult(
                method(),
                ComparisonFailure.orMismatch(this::path, failure -> failure.ofPath(expected, actual)),
                ComparisonFailure.orMismatch(this::query, ComparisonFailure::ofQuery),
                cookies(),
                ComparisonFailure.orMismatch(this::headers, ComparisonFailure::ofHeaders),
                ComparisonFailure.orMismatch(this::body, ComparisonFailure::ofBody));
    }

    private @Nullable MethodMismatch method() {
        return Matching.INSTANCE.matchMethod(expected.getMethod(), actual.getMethod());
    }

    private @Nullable PathMismatch path() {
        var rules = context("path", false);
        var isLiteral = rules.getMatchers().getMatchingRules().isEmpty()
                && !actual.getPath().contains(HOST);
        return (isLiteral && expected.getPath().equals(actual.getPath())) || isAcceptedPath(rules)
                ? null
                : Matching.INSTANCE.matchPath(expected, actual, rules);
    }

    private boolean isAcceptedPath(MatchingContext context) {
        var rules = context.getMatchers().getMatchingRules().values();
        return rules.size() == 1
                && !actual.getPath().contains(HOST)
                && RegexAcceptance.accepts(rules.iterator().next(), actual.getPath());
    }

    private List<QueryMatchResult> query() {
        if (expected.getQuery().isEmpty() && actual.getQuery().isEmpty()) {
            return List.of();
        }
        var rules = context("query", NUMBERS_ARE_TEXT);
        return NumberRules.corrected(
                Matching.INSTANCE.matchQuery(expected, actual, rules), expected.getQuery(), actual.getQuery(), rules);
    }

    private @Nullable CookieMismatch cookies() {
        for (var header : expected.getHeaders().keySet()) {
            if (HeaderAcceptance.isCookie(header)) {
                return Matching.INSTANCE.matchCookies(
                        expected.cookies(), actual.cookies(), context("header", NUMBERS_ARE_TEXT));
            }
        }
        return null;
    }

    private List<HeaderMatchResult> headers() {
        if (HeaderAcceptance.accepts(expected, actual)) {
            return accepted(expected.getHeaders().keySet());
        }
        var wanted = expected.headersWithoutCookie();
        if (wanted.isEmpty()) {
            return List.of();
        }
        var results = headers(wanted, ReceivedHeader::comparable);
        if (results.stream().allMatch(PartwiseMatching::isMatch)) {
            return results;
        }
        var asReceived = headers(wanted, (received, values) -> received).stream()
                .filter(PartwiseMatching::isMatch)
                .collect(Collectors.toMap(HeaderMatchResult::getKey, result -> result, (one, same) -> one));
        return results.stream()
                .map(result -> asReceived.getOrDefault(result.getKey(), result))
                .toList();
    }

    private static boolean isMatch(HeaderMatchResult header) {
        return header.getResult().isEmpty();
    }

    private List<HeaderMatchResult> headers(
            Map<String, List<String>> wanted, BinaryOperator<List<String>> receivedAndWanted) {
        return Matching.matchHeaders(
                comparable(wanted),
                comparable(namedIn(wanted, receivedAndWanted)),
                context("header", NUMBERS_ARE_TEXT));
    }

    /** One result for each, because pact-jvm's score counts them. */
    private static List<HeaderMatchResult> accepted(Set<String> headers) {
        var results = new ArrayList<HeaderMatchResult>(headers.size());
        for (var header : headers) {
            if (!HeaderAcceptance.isCookie(header)) {
                results.add(new HeaderMatchResult(header, List.of()));
            }
        }
        return results;
    }

    /** Media types without a rule in the form in which pact-jvm compares them right. */
    private Map<String, List<String>> comparable(Map<String, List<String>> headers) {
        Map<String, List<String>> comparable = headers;
        for (var header : headers.entrySet()) {
            if (isPlainMediaType(header.getKey())) {
                comparable = comparable == headers ? new HashMap<>(headers) : comparable;
                comparable.put(
                        header.getKey(),
                        header.getValue().stream()
                                .map(MediaTypeValue::comparable)
                                .toList());
            }
        }
        return comparable;
    }

    private boolean isPlainMediaType(String header) {
        if (!MediaTypeValue.isOf(header)) {
            return false;
        }
        for (var ruled : expected.getMatchingRules()
                .rulesForCategory("header")
                .getMatchingRules()
                .keySet()) {
            if (header.equalsIgnoreCase(ruled)) {
                return false;
            }
        }
        return true;
    }

    private Map<String, List<String>> namedIn(
            Map<String, List<String>> wanted, BinaryOperator<List<String>> receivedAndWanted) {
        var named = new HashMap<String, List<String>>();
        for (var header : actual.getHeaders().entrySet()) {
            for (var expectedHeader : wanted.entrySet()) {
                if (expectedHeader.getKey().equalsIgnoreCase(header.getKey())) {
                    named.put(header.getKey(), receivedAndWanted.apply(header.getValue(), expectedHeader.getValue()));
                }
            }
        }
        return named;
    }

    private BodyMatchResult body() {
        var rules = bodyContext();
        if (expected.getBody().isMissing()
                && !rules.getMatchers().getMatchingRules().containsKey("$")) {
            return new BodyMatchResult(null, List.of());
        }
        if (expected.getBody().isNull() && UntypedBodies.isNull(actual.getBody())) {
            return new BodyMatchResult(null, List.of());
        }
        XmlBodies.requirePlain(expected.asHttpPart());
        XmlBodies.requirePlain(actual);
        LongNumbers.requireNone(actual);
        var parts = MultipartBodies.mismatch(expected.getBody(), actual.getBody());
        return parts.isPresent() ? parts.get() : NumberRules.corrected(body(rules));
    }

    private BodyMatchResult body(MatchingContext rules) {
        if (isLargeJson()) {
            return JsonComparison.compare(expected.getBody(), actual.getBody(), rules);
        }
        if (isShort(actual)
                && interaction.form().filter(form -> form.accepts(actual)).isPresent()) {
            return new BodyMatchResult(null, List.of());
        }
        var result = Matching.INSTANCE.matchBody(expected.asHttpPart(), actual, rules);
        if (result.matchedOk()) {
            return result;
        }
        return FormBodies.areIncomplete(expected, actual)
                ? Matching.INSTANCE.matchBody(FormBodies.completed(expected), FormBodies.completed(actual), rules)
                : TextRules.applied(MultipartContentTypes.applied(result, expected, actual), expected, actual);
    }

    /** Whether {@code Matching.matchBody} would compare the bodies as JSON, and take long. */
    private boolean isLargeJson() {
        // first, because it costs pact-jvm several regexes to determine a type
        if (!JsonComparison.isLarge(actual.getBody()) && !UnorderedLists.areIn(expected.getMatchingRules())) {
            return false;
        }
        var root = expected.getMatchingRules()
                .rulesForCategory("body")
                .getMatchingRules()
                .get("$");
        var type = actual.determineContentType().getBaseType();
        return expected.getBody().isPresent()
                && (root == null || !root.canMatch(expected.determineContentType()))
                && type != null
                && type.equals(expected.determineContentType().getBaseType())
                && MatchingConfig.lookupContentMatcher(type) instanceof JsonContentMatcher;
    }

    private MatchingContext bodyContext() {
        var rules = expected.getMatchingRules().rulesForCategory("body");
        return context(isShort(actual) ? rules : StoppableRules.of(rules), false);
    }

    private static boolean isShort(Request request) {
        return request.getBody().orEmpty().length <= SHORT_BODY;
    }

    private MatchingContext context(String category, boolean coerceNumbers) {
        return context(expected.getMatchingRules().rulesForCategory(category), coerceNumbers);
    }

    private static MatchingContext context(MatchingRuleCategory rules, boolean coerceNumbers) {
        return new MatchingContext(rules, UNEXPECTED_ARE_REFUSED, Map.of(), coerceNumbers);
    }
}
