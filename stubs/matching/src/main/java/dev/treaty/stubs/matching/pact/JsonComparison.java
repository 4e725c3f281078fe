package dev.treaty.stubs.matching.pact;

import au.com.dius.pact.core.matchers.BodyItemMatchResult;
import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyMismatchFactory;
import au.com.dius.pact.core.matchers.MatcherExecutorKt;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.matchingrules.EachKeyMatcher;
import au.com.dius.pact.core.model.matchingrules.EachValueMatcher;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.ValuesMatcher;
import au.com.dius.pact.core.support.json.JsonParser;
import au.com.dius.pact.core.support.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares JSON that is large as pact-jvm does ({@code JsonContentMatcher.compare}), by the same rules and with the same verdict, but
 * looks the rules up in {@link JsonRules}, writes no text about a difference many times, and ends when there are enough differences or nobody
 * waits any longer. pact-jvm's time grows with the number of values times that of rules, and where there are differences with the square
 * of the number of values and the cube of their depth. Small JSON is left to pact-jvm.
 */
final class JsonComparison implements ElementComparison {

    /** JSON values; as many take pact-jvm a few milliseconds if they differ. */
    private static final int MANY_VALUES = 500;

    /** Nested lists. */
    private static final int DEEP = 50;

    /** More than any report shows. */
    private static final int MOST_MISMATCHES = 5_000;

    /** Results that only count, for the score by which candidates are ranked. */
    private static final int MOST_MATCHES = 10_000;

    private static final BodyItemMatchResult MATCH = new BodyItemMatchResult("", List.of());

    private static final List<Class<? extends MatchingRule>> RULES_FOR_MEMBERS =
            List.of(EachKeyMatcher.class, EachValueMatcher.class, ValuesMatcher.class);

    private final int limit;
    private final List<BodyItemMatchResult> mismatches = new ArrayList<>();
    private int matches;

    /** @param limit the number of mismatches after which it ends */
    private JsonComparison(int limit) {
        this.limit = limit;
    }

    /** Whether pact-jvm would take long if this JSON is not what was expected. */
    static boolean isLarge(OptionalBody body) {
        var bytes = body.orEmpty();
        if (bytes.length <= 2 * DEEP) {
            return false;
        }
        var size = JsonSize.of(bytes);
        return size.values() > MANY_VALUES || size.depth() > DEEP;
    }

    /**
     * pact-jvm's verdict, with the first {@value #MOST_MISMATCHES} mismatches.
     *
     * @throws TimeLimit.TooLong if the thread is interrupted
     */
    static BodyMatchResult compare(OptionalBody expected, OptionalBody actual, MatchingContext context) {
        var comparison = new JsonComparison(MOST_MISMATCHES);
        comparison.compare(
                JsonPlace.root(JsonRules.atRoot(context)),
                JsonParser.parseString(expected.valueAsString()),
                JsonParser.parseString(actual.valueAsString()));
        return new BodyMatchResult(null, comparison.results());
    }

    private List<BodyItemMatchResult> results() {
        var results = new ArrayList<BodyItemMatchResult>(mismatches);
        results.addAll(Collections.nCopies(Math.min(matches, MOST_MATCHES), MATCH));
        return results;
    }

    @Override
    public boolean hasEnough() {
        return mismatches.size() >= limit;
    }

    @Override
    public boolean accepts(JsonPlace place, JsonValue expected, JsonValue actual) {
        var comparison = new JsonComparison(1);
        comparison.compare(place, expected, actual);
        return comparison.mismatches.isEmpty();
    }

    @Override
    public List<BodyItemMatchResult> resultsOf(JsonPlace place, JsonValue expected, JsonValue actual) {
        var comparison = new JsonComparison(limit);
        comparison.compare(place, expected, actual);
        return comparison.results();
    }

    @Override
    public void compare(JsonPlace place, JsonValue expected, JsonValue actual) {
        TimeLimit.requireTime();
        if (hasEnough()) {
            return;
        }
        if (expected instanceof JsonValue.Object object) {
            if (actual instanceof JsonValue.Object other) {
                compareObjects(place, object, other);
            } else {
                refuse(place, expected, actual, "Type mismatch: it must be an object");
            }
        } else if (expected instanceof JsonValue.Array list) {
            if (actual instanceof JsonValue.Array other) {
                compareLists(place, list.getValues(), other.getValues());
            } else {
                refuse(place, expected, actual, "Type mismatch: it must be a list");
            }
        } else {
            compareValues(place, expected, actual);
        }
    }

    private void compareValues(JsonPlace place, JsonValue expected, JsonValue actual) {
        if (place.rules().areDefined()) {
            report(
                    place,
                    MatcherExecutorKt.<BodyMismatch>domatch(
                            place.rules().best(),
                            place,
                            expected,
                            actual,
                            BodyMismatchFactory.INSTANCE,
                            place.rules().context()));
        } else if (expected.equals(actual)) {
            matches++;
        } else {
            refuse(place, expected, actual, "Expected another value");
        }
    }

    private void compareObjects(JsonPlace place, JsonValue.Object expected, JsonValue.Object actual) {
        if (expected.isEmpty()
                && actual.isNotEmpty()
                && !place.rules().context().getAllowUnexpectedKeys()) {
            refuse(place, expected, actual, "Expected an empty Map but received one with members");
            return;
        }
        if (!place.rules().areDefined()) {
            compareKeys(place, expected, actual);
            compareMembers(place, expected, actual);
            return;
        }
        for (var rule : place.rules().best().getRules()) {
            if (rule instanceof ValuesMatcher || rule instanceof EachValueMatcher) {
                compareAllMembers(
                        rule instanceof EachValueMatcher each ? EachValueRules.applied(each, place, this) : place,
                        expected,
                        actual);
            } else {
                compareKeys(place, expected, actual);
                if (!(rule instanceof EachKeyMatcher)) {
                    compareMembers(place, expected, actual);
                }
            }
        }
    }

    private void compareMembers(JsonPlace place, JsonValue.Object expected, JsonValue.Object actual) {
        expected.getEntries().forEach((name, value) -> {
            var given = actual.getEntries().get(name);
            if (given != null) {
                compare(place.at(name), value, given);
            }
        });
    }

    /** Also those that are not expected, which must be like the first that is. */
    private void compareAllMembers(JsonPlace place, JsonValue.Object expected, JsonValue.Object actual) {
        var wanted = expected.getEntries();
        var first = wanted.values().stream().findFirst().orElse(JsonValue.Null.INSTANCE);
        actual.getEntries().forEach((name, value) -> compare(place.at(name), wanted.getOrDefault(name, first), value));
    }

    /** As {@code MatchingContext.matchKeys} does. */
    private void compareKeys(JsonPlace place, JsonValue.Object expected, JsonValue.Object actual) {
        var wanted = expected.getEntries().keySet();
        var given = actual.getEntries().keySet();
        if (!place.rules().areDirect(RULES_FOR_MEMBERS) && !wanted.equals(given)) {
            refuse(
                    place,
                    expected.getEntries(),
                    actual.getEntries(),
                    "Expected a Map with keys %s but received one with keys %s"
                            .formatted(new TreeSet<>(wanted), new TreeSet<>(given)));
        }
        if (place.rules().areDirect()) {
            for (var rule : place.rules().best().getRules()) {
                if (rule instanceof EachKeyMatcher each) {
                    compareEachKey(place, each, given);
                }
            }
        }
    }

    private void compareEachKey(JsonPlace place, EachKeyMatcher each, Set<String> names) {
        for (var reference : each.getDefinition().getRules()) {
            for (var name : names) {
                if (hasEnough()) {
                    return;
                }
                var rule = reference.unwrapA("Expected a matching rule, found an unresolved reference");
                var member = place.at(name);
                report(
                        member,
                        MatcherExecutorKt.<BodyMismatch>domatch(
                                rule, member, "", name, BodyMismatchFactory.INSTANCE, false, null));
            }
        }
    }

    private void compareLists(JsonPlace place, List<JsonValue> expected, List<JsonValue> actual) {
        if (place.rules().areDefined()) {
            var group = place.rules().best();
            for (var rule : group.getRules()) {
                ListRules.compare(rule, group.getCascaded(), place, expected, actual, this);
            }
        } else if (expected.isEmpty() && !actual.isEmpty()) {
            refuse(place, expected, actual, "Expected an empty List but received one with elements");
        } else {
            ListRules.compareInOrder(place, expected, actual, this);
            if (expected.size() != actual.size()) {
                refuse(
                        place,
                        expected,
                        actual,
                        "Expected a List with %d elements but received %d elements"
                                .formatted(expected.size(), actual.size()));
            }
        }
    }

    @Override
    public void refuse(JsonPlace place, Object expected, Object actual, String message) {
        var at = PathExpressionsKt.constructPath(place);
        report(place, List.of(new BodyMismatch(expected, actual, message, at, null)));
    }

    @Override
    public void report(JsonPlace place, List<BodyMismatch> found) {
        if (found.isEmpty()) {
            matches++;
        } else {
            mismatches.add(new BodyItemMatchResult(PathExpressionsKt.constructPath(place), found));
        }
    }

    @Override
    public void report(List<BodyItemMatchResult> found) {
        found.stream().filter(result -> !result.getResult().isEmpty()).forEach(mismatches::add);
    }
}
