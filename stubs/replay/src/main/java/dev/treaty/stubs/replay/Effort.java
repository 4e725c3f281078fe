package dev.treaty.stubs.replay;

import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether comparing a request with a provider's contracts may take long. A regex with several unbounded repetitions tries a number
 * of ways that grows with that power of the text's length, and a client may send a long text.
 *
 * @param repetitions by category of rules, the most that one regex has; only where they are two or more
 */
record Effort(Map<String, Integer> repetitions) {

    /** A body of this many bytes is taken for one that takes long, whatever the rules. */
    private static final int LARGE = 256 << 10;

    /** Ways to try; these take about a tenth of a second. */
    private static final double MANY = 1e7;

    static Effort of(Collection<HttpReplay> interactions) {
        var repetitions = new HashMap<String, Integer>();
        for (var interaction : interactions) {
            for (var category : List.of("path", "query", "header", "body")) {
                regexes(interaction.expected(), category)
                        .mapToInt(Effort::unboundedRepetitions)
                        .filter(count -> count > 1)
                        .forEach(count -> repetitions.merge(category, count, Math::max));
            }
        }
        return new Effort(Map.copyOf(repetitions));
    }

    /** Whether it may take longer than anybody waits for an answer. */
    boolean mayBeGreat(ReceivedRequest.Understood received) {
        var request = received.request();
        var body = request.getBody().orEmpty().length;
        return body > LARGE
                || (!repetitions.isEmpty()
                        && (isGreat("path", request.getPath().length())
                                || isGreat("query", request.getQuery())
                                || isGreat("header", request.getHeaders())
                                || isGreat("body", body)));
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

    private static Stream<String> regexes(IRequest expected, String category) {
        var rules = expected.getMatchingRules().rulesForCategory(category).getMatchingRules().values().stream()
                .flatMap(group -> group.getRules().stream())
                .filter(RegexMatcher.class::isInstance)
                .map(rule -> ((RegexMatcher) rule).getRegex());
        return category.equals("path") ? Stream.concat(rules, PathPattern.regexOf(expected).stream()) : rules;
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
