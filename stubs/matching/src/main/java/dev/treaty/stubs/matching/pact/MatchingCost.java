package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import dev.treaty.stubs.matching.index.PathPattern;
import dev.treaty.stubs.matching.interaction.HttpInteraction;
import dev.treaty.stubs.matching.request.ParsedRequest;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether comparing a request with a provider's contracts may take long. The time of a regex with n unbounded repetitions can grow with
 * the n-th power of the text's length, and a client may send a long text. For JSON that differs from the contract, pact-jvm writes a
 * description of the difference, whose time grows with the square of the number of values and the cube of their depth.
 *
 * @param repetitions the largest number of unbounded repetitions in one regex, by category of rules; only where it is two or more
 */
public record MatchingCost(Map<String, Integer> repetitions) {

    /** Bytes; a larger body is assumed to take long, whatever the rules. */
    private static final int LARGE = 256 << 10;

    /** JSON values; this many take about a third of a second if they differ. */
    private static final int MANY_VALUES = 5_000;

    /** Nested lists; this depth takes about a tenth of a second if they differ. */
    private static final int DEEP = 250;

    /** Steps of a regex; more are assumed to take long. */
    private static final double MANY = 1e7;

    private static final List<String> CATEGORIES = List.of("path", "query", "header", "body");

    /** The cost of comparing a request with these interactions. */
    public static MatchingCost of(Collection<HttpInteraction> interactions) {
        var cost = new MatchingCost(new HashMap<>());
        var known = Collections.<MatchingRules>newSetFromMap(new IdentityHashMap<>());
        for (var interaction : interactions) {
            var expected = interaction.expected();
            PathPattern.regexOf(expected).ifPresent(regex -> cost.add("path", regex));
            if (known.add(expected.getMatchingRules())) {
                CATEGORIES.forEach(category ->
                        regexes(expected.getMatchingRules(), category).forEach(regex -> cost.add(category, regex)));
            }
        }
        return cost;
    }

    private void add(String category, String regex) {
        var count = unboundedRepetitions(regex);
        if (count > 1) {
            repetitions.merge(category, count, Math::max);
        }
    }

    /** Whether comparing the request may take longer than a client should wait. */
    public boolean mayTakeLong(ParsedRequest received) {
        var request = received.request();
        var bytes = request.getBody().orEmpty();
        var body = bytes.length;
        return body > LARGE
                || isLargeJson(bytes)
                || (!repetitions.isEmpty()
                        && (isCostly("path", request.getPath().length())
                                || isCostly("query", request.getQuery())
                                || isCostly("header", request.getHeaders())
                                || isCostly("body", body)));
    }

    private static boolean isLargeJson(byte[] body) {
        if (body.length <= 2 * DEEP) {
            return false;
        }
        var size = JsonSize.of(body);
        return size.values() > MANY_VALUES || size.depth() > DEEP;
    }

    private boolean isCostly(String category, Map<String, List<String>> values) {
        return repetitions.containsKey(category)
                && isCostly(
                        category,
                        values.values().stream()
                                .flatMap(List::stream)
                                .mapToInt(value -> value == null ? 0 : value.length())
                                .max()
                                .orElse(0));
    }

    private boolean isCostly(String category, int length) {
        return Math.pow(length, repetitions.getOrDefault(category, 1)) > MANY;
    }

    private static Stream<String> regexes(MatchingRules rules, String category) {
        return rules.rulesForCategory(category).getMatchingRules().values().stream()
                .flatMap(group -> group.getRules().stream())
                .filter(RegexMatcher.class::isInstance)
                .map(rule -> ((RegexMatcher) rule).getRegex());
    }

    /** How many {@code *}, {@code +} and <code>{n,}</code> it contains; an estimate that errs on the high side. */
    public static int unboundedRepetitions(String regex) {
        var count = 0;
        for (var i = 0; i < regex.length(); i++) {
            var c = regex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '*' || (c == '+' && !isQuantifierBefore(regex, i)) || regex.startsWith(",}", i)) {
                count++;
            }
        }
        return count;
    }

    /** A plus after a quantifier makes it possessive. */
    private static boolean isQuantifierBefore(String regex, int place) {
        return place > 0 && "*+?}".indexOf(regex.charAt(place - 1)) >= 0;
    }
}
