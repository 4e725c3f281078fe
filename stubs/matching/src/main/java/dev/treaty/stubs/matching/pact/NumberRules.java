package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Matchers;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.QueryMatchResult;
import au.com.dius.pact.core.matchers.QueryMismatch;
import au.com.dius.pact.core.matchers.QueryMismatchFactory;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.SemverMatcher;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Corrects what pact-jvm says about rules for numbers. In a query, it applies a rule also to the list of a parameter's values, and a list is
 * never a number nor a version, so that no client can match; and in JSON, it does not take {@code 1e3} for a number (RFC 8259, section 6).
 */
final class NumberRules {

    private NumberRules() {}

    static List<QueryMatchResult> corrected(
            List<QueryMatchResult> results,
            Map<String, List<@Nullable String>> expected,
            Map<String, List<@Nullable String>> received,
            MatchingContext rules) {
        return results.stream().allMatch(result -> result.getResult().isEmpty())
                ? results
                : results.stream()
                        .map(result ->
                                corrected(result, expected.get(result.getKey()), received.get(result.getKey()), rules))
                        .toList();
    }

    private static QueryMatchResult corrected(
            QueryMatchResult result,
            @Nullable List<@Nullable String> expected,
            @Nullable List<@Nullable String> received,
            MatchingContext rules) {
        var path = List.of(result.getKey());
        if (result.getResult().isEmpty()
                || expected == null
                || expected.isEmpty()
                || received == null
                || !rules.matcherDefined(path)
                || !rules.selectBestMatcher(path).getRules().stream().allMatch(NumberRules::isForValues)) {
            return result;
        }
        return new QueryMatchResult(
                result.getKey(),
                received.stream()
                        .flatMap(value -> Matchers.<QueryMismatch>domatch(
                                rules, path, expected.get(0), value, QueryMismatchFactory.INSTANCE)
                                .stream())
                        .toList());
    }

    private static boolean isForValues(MatchingRule rule) {
        return rule instanceof NumberTypeMatcher || rule instanceof SemverMatcher;
    }

    static BodyMatchResult corrected(BodyMatchResult result) {
        return result.matchedOk() || result.getBodyResults().isEmpty()
                ? result
                : new BodyMatchResult(
                        result.getTypeMismatch(),
                        result.getBodyResults().stream()
                                .map(item -> new BodyItemMatchResult(
                                        item.getKey(),
                                        item.getResult().stream()
                                                .filter(mismatch -> !deniesNumber(mismatch))
                                                .toList()))
                                .toList());
    }

    private static boolean deniesNumber(BodyMismatch mismatch) {
        return mismatch.getActual() instanceof JsonValue.Decimal
                && mismatch.getMismatch().endsWith(" to be a number");
    }
}
