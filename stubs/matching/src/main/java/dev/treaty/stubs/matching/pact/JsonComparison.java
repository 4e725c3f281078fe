package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.Matchers;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares JSON that is large as pact-jvm does ({@code JsonContentMatcher.compare}), by the same rules and with the same verdict, but
 * without the text of each difference: for one body, pact-jvm writes that text many times, and the time for it grows with the square of the
 * number of values and the cube of their depth. Small JSON is left to pact-jvm.
 */
final class JsonComparison {

    /** JSON values; as many take pact-jvm a few milliseconds if they differ. */
    private static final int MANY_VALUES = 500;

    /** Nested lists. */
    private static final int DEEP = 50;

    private JsonComparison() {}

    /** Whether pact-jvm would take long if this JSON is not what was expected. */
    static boolean isLarge(OptionalBody body) {
        var bytes = body.orEmpty();
        if (bytes.length <= 2 * DEEP) {
            return false;
        }
        var size = JsonSize.of(bytes);
        return size.values() > MANY_VALUES || size.depth() > DEEP;
    }

    static BodyMatchResult compare(OptionalBody expected, OptionalBody actual, MatchingContext context) {
        return new BodyMatchResult(
                null,
                compare(
                        List.of("$"),
                        JsonParser.parseString(expected.valueAsString()),
                        JsonParser.parseString(actual.valueAsString()),
                        context));
    }

    static List<BodyItemMatchResult> compare(
            List<String> path, JsonValue expected, JsonValue actual, MatchingContext context) {
        if (expected instanceof JsonValue.Object object) {
            return actual instanceof JsonValue.Object other
                    ? compareObjects(path, object, other, context)
                    : mismatch(path, expected, actual, "Type mismatch: it must be an object");
        }
        if (expected instanceof JsonValue.Array list) {
            return actual instanceof JsonValue.Array other
                    ? compareLists(path, list, other, context)
                    : mismatch(path, expected, actual, "Type mismatch: it must be a list");
        }
        return compareValues(path, expected, actual, context);
    }

    private static List<BodyItemMatchResult> compareObjects(
            List<String> path, JsonValue.Object expected, JsonValue.Object actual, MatchingContext context) {
        if (expected.isEmpty() && actual.isNotEmpty() && !context.getAllowUnexpectedKeys()) {
            return mismatch(path, expected, actual, "Expected an empty Map but received one with members");
        }
        var wanted = expected.getEntries();
        var given = actual.getEntries();
        var results = new ArrayList<BodyItemMatchResult>();
        if (context.matcherDefined(path)) {
            for (var rule : context.selectBestMatcher(path).getRules()) {
                results.addAll(Matchers.INSTANCE.<JsonValue>compareMaps(
                        path, rule, wanted, given, context, JsonComparison::noText, JsonComparison::compareOrNull));
            }
            return results;
        }
        results.addAll(context.matchKeys(path, wanted, given, JsonComparison::noText));
        wanted.forEach((key, value) -> {
            if (given.containsKey(key)) {
                results.addAll(compare(plus(path, key), value, given.get(key), context));
            }
        });
        return results;
    }

    private static List<BodyItemMatchResult> compareLists(
            List<String> path, JsonValue.Array expected, JsonValue.Array actual, MatchingContext context) {
        var wanted = expected.getValues();
        var given = actual.getValues();
        var results = new ArrayList<BodyItemMatchResult>();
        if (context.matcherDefined(path)) {
            var group = context.selectBestMatcher(path);
            for (var rule : group.getRules()) {
                if (UnorderedLists.areLong(rule, path, wanted, given, context)) {
                    results.addAll(UnorderedLists.compare(
                            rule, group.getCascaded(), path, wanted, given, context, JsonComparison::compare));
                    continue;
                }
                results.addAll(Matchers.INSTANCE.<JsonValue>compareLists(
                        path,
                        rule,
                        wanted,
                        given,
                        context,
                        JsonComparison::noText,
                        group.getCascaded(),
                        JsonComparison::compare));
            }
            return results;
        }
        if (wanted.isEmpty() && !given.isEmpty()) {
            return mismatch(path, expected, actual, "Expected an empty List but received one with elements");
        }
        results.addAll(Matchers.INSTANCE.<JsonValue>compareListContent(
                wanted, given, path, context, JsonComparison::noText, JsonComparison::compare));
        if (wanted.size() != given.size()) {
            results.addAll(mismatch(
                    path,
                    expected,
                    actual,
                    "Expected a List with %d elements but received %d elements"
                            .formatted(wanted.size(), given.size())));
        }
        return results;
    }

    private static List<BodyItemMatchResult> compareOrNull(
            List<String> path, @Nullable JsonValue expected, @Nullable JsonValue actual, MatchingContext context) {
        return compare(path, orNull(expected), orNull(actual), context);
    }

    private static JsonValue orNull(@Nullable JsonValue value) {
        return value == null ? JsonValue.Null.INSTANCE : value;
    }

    private static List<BodyItemMatchResult> compareValues(
            List<String> path, JsonValue expected, JsonValue actual, MatchingContext context) {
        if (context.matcherDefined(path)) {
            return result(path, Matchers.domatch(context, path, expected, actual, BodyMismatchFactory.INSTANCE));
        }
        return expected.equals(actual)
                ? result(path, List.of())
                : mismatch(path, expected, actual, "Expected another value");
    }

    private static List<BodyItemMatchResult> mismatch(
            List<String> path, Object expected, Object actual, String message) {
        return result(
                path,
                List.of(new BodyMismatch(expected, actual, message, PathExpressionsKt.constructPath(path), null)));
    }

    private static List<BodyItemMatchResult> result(List<String> path, List<BodyMismatch> mismatches) {
        return List.of(new BodyItemMatchResult(PathExpressionsKt.constructPath(path), mismatches));
    }

    private static List<String> plus(List<String> path, String key) {
        var longer = new ArrayList<String>(path.size() + 1);
        longer.addAll(path);
        longer.add(key);
        return longer;
    }

    private static String noText() {
        return "";
    }
}
