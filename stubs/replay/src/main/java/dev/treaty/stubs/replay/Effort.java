package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether comparing a request with a provider's contracts may take long. A regex with several unbounded repetitions tries a number
 * of ways that grows with that power of the text's length, and a client may send a long text. Of JSON that is not as the contract
 * has it, pact-jvm writes down the difference, which takes the square of the number of values, and the cube of their depth.
 *
 * @param repetitions by category of rules, the most that one regex has; only where they are two or more
 */
record Effort(Map<String, Integer> repetitions) {

    /** A body of this many bytes is taken for one that takes long, whatever the rules. */
    private static final int LARGE = 256 << 10;

    /** Values of JSON that take about a third of a second if they differ. */
    private static final int MANY_VALUES = 5_000;

    /** Lists in lists that take about a tenth of a second if they differ. */
    private static final int DEEP = 250;

    /** Ways to try; more are taken for what takes long. */
    private static final double MANY = 1e7;

    private static final List<String> CATEGORIES = List.of("path", "query", "header", "body");

    static Effort of(Collection<HttpReplay> interactions) {
        var effort = new Effort(new HashMap<>());
        var known = Collections.<MatchingRules>newSetFromMap(new IdentityHashMap<>());
        for (var interaction : interactions) {
            var expected = interaction.expected();
            PathPattern.regexOf(expected).ifPresent(regex -> effort.add("path", regex));
            if (known.add(expected.getMatchingRules())) {
                CATEGORIES.forEach(category ->
                        regexes(expected.getMatchingRules(), category).forEach(regex -> effort.add(category, regex)));
            }
        }
        return effort;
    }

    private void add(String category, String regex) {
        var count = unboundedRepetitions(regex);
        if (count > 1) {
            repetitions.merge(category, count, Math::max);
        }
    }

    /** Whether it may take longer than anybody waits for an answer. */
    boolean mayBeGreat(ReceivedRequest.Understood received) {
        var request = received.request();
        var bytes = request.getBody().orEmpty();
        var body = bytes.length;
        return body > LARGE
                || isExtensive(bytes)
                || (!repetitions.isEmpty()
                        && (isGreat("path", request.getPath().length())
                                || isGreat("query", request.getQuery())
                                || isGreat("header", request.getHeaders())
                                || isGreat("body", body)));
    }

    private static boolean isExtensive(byte[] body) {
        if (body.length <= 2 * DEEP) {
            return false;
        }
        var extent = JsonExtent.of(body);
        return extent.values() > MANY_VALUES || extent.depth() > DEEP;
    }

    private boolean isGreat(String category, Map<String, List<String>> values) {
        return repetitions.containsKey(category)
                && isGreat(
                        category,
                        values.values().stream()
                                .flatMap(List::stream)
                                .mapToInt(value -> value == null ? 0 : value.length())
                                .max()
                                .orElse(0));
    }

    private boolean isGreat(String category, int length) {
        return Math.pow(length, repetitions.getOrDefault(category, 1)) > MANY;
    }

    private static Stream<String> regexes(MatchingRules rules, String category) {
        return rules.rulesForCategory(category).getMatchingRules().values().stream()
                .flatMap(group -> group.getRules().stream())
                .filter(RegexMatcher.class::isInstance)
                .map(rule -> ((RegexMatcher) rule).getRegex());
    }

    /** How many {@code *}, {@code +} and <code>{n,}</code> there are; rather too many than too few. */
    static int unboundedRepetitions(String regex) {
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

    /** Then a plus says that the quantifier is possessive. */
    private static boolean isQuantifierBefore(String regex, int place) {
        return place > 0 && "*+?}".indexOf(regex.charAt(place - 1)) >= 0;
    }
}
