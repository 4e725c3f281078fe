package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.BodyMatchResult;
import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large JSON is compared here instead of by pact-jvm, so the two must agree on everything: every rule with every value. */
class JsonComparisonTest {

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "1",
            "1.0",
            "1.5",
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"2024-01-01\"",
            "\"1.2.3\"",
            "[]",
            "[1]",
            "[1, 2]",
            "[\"b\", \"a\"]",
            "[\"a\", \"b\"]",
            "[{\"a\": 1}, {\"a\": 2}]",
            "[[1], [2, 3]]",
            "{}",
            "{\"a\": 1}",
            "{\"a\": 2, \"b\": 1}",
            "{\"a\": {\"b\": [1, {\"c\": null}]}}",
            "{\"a\": {\"b\": [1, {\"c\": 1}, 2]}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"$\": \"TYPE\"}",
                "{\"$.a\": \"TYPE\"}",
                "{\"$.*\": \"TYPE\"}",
                "{\"$[*]\": \"TYPE\"}",
                "{\"$[*].a\": \"TYPE\"}",
                "{\"$.a.b[*]\": \"TYPE\"}",
                "{\"$[1]\": \"TYPE\", \"$[*]\": {\"match\": \"type\"}}",
                "{\"$.*.*\": {\"match\": \"null\"}, \"$.a.*\": {\"match\": \"type\"}, \"$.*.b\": \"TYPE\"}",
                "{\"$.a\": \"TYPE\", \"$.a.b\": {\"match\": \"type\", \"min\": 2}, \"$.a.b[*].c\": {\"match\":"
                        + " \"null\"}}",
            })
    void pact_jvm_says_the_same(String rules) {
        for (var rule : List.of(
                "{\"match\": \"type\"}",
                "{\"match\": \"type\", \"min\": 2}",
                "{\"match\": \"type\", \"max\": 1}",
                "{\"match\": \"equality\"}",
                "{\"match\": \"regex\", \"regex\": \"a|1\"}",
                "{\"match\": \"integer\"}",
                "{\"match\": \"decimal\"}",
                "{\"match\": \"null\"}",
                "{\"match\": \"notEmpty\"}",
                "{\"match\": \"ignore-order\"}",
                "{\"match\": \"values\"}",
                "{\"match\": \"eachKey\", \"rules\": [{\"match\": \"regex\", \"regex\": \"a\"}]}",
                "{\"match\": \"eachValue\", \"rules\": [{\"match\": \"integer\"}]}",
                "{\"match\": \"arrayContains\", \"variants\": [{\"index\": 0, \"rules\": {\"$\": {\"matchers\":"
                        + " [{\"match\": \"type\"}]}}}]}")) {
            var context = context(rules.replace("\"TYPE\"", rule));
            for (var expected : VALUES) {
                for (var actual : VALUES) {
                    assertThat(outcome(() -> JsonComparison.compare(body(expected), body(actual), context)))
                            .as("%s, and %s is expected of %s", rules.replace("\"TYPE\"", rule), expected, actual)
                            .isEqualTo(outcome(() ->
                                    JsonContentMatcher.INSTANCE.matchBody(body(expected), body(actual), context)));
                }
            }
        }
    }

    @Test
    void a_long_list_that_is_not_expected_is_compared_at_once() {
        var long1 = body("[" + "1,".repeat(200_000) + "1]");
        var long2 = body("[" + "2,".repeat(200_000) + "1]");

        assertThat(JsonComparison.isLarge(long1)).isTrue();
        assertThat(JsonComparison.compare(body("{\"a\": 1}"), long1, context("{}"))
                        .matchedOk())
                .isFalse();
        assertThat(JsonComparison.compare(long1, long2, context("{}")).getMismatches())
                .as("of 200,000, because no report shows more")
                .hasSize(5_000);
    }

    /** What an element's rules are is remembered for the next ones, and must not be when a rule names one of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$[7]\": {\"match\": \"null\"}, \"$[*]\": {\"match\": \"integer\"}}",
                "{\"$['7']\": {\"match\": \"null\"}, \"$[*]\": {\"match\": \"integer\"}}",
                "{\"$[7].a\": {\"match\": \"integer\"}, \"$[*].b\": {\"match\": \"integer\"}}",
                "{\"$.07\": {\"match\": \"null\"}, \"$[7]\": {\"match\": \"integer\"}, \"$.*\": {\"match\": \"boolean\"}}",
            })
    void pact_jvm_says_the_same_about_each_element(String rules) {
        var list = body("[" + "1, null, \"x\", {\"a\": 1, \"b\": 1}, ".repeat(5) + "1]");
        var object = body(
                "{" + "\"7\": 1, \"07\": 1, \"+7\": 1, \"-7\": 1, \"7x\": 1, \"\": 1, \"77777777777\": 1, \"٧\": 1}");

        for (var body : List.of(list, object)) {
            for (var expected : List.of(body, body("[null]"), body("{\"7\": null, \"07\": 2}"))) {
                assertThat(outcome(() -> JsonComparison.compare(expected, body, context(rules))))
                        .isEqualTo(
                                outcome(() -> JsonContentMatcher.INSTANCE.matchBody(expected, body, context(rules))));
            }
        }
    }

    /** The paths with mismatches, in order; or what was thrown. */
    private static Object outcome(Supplier<BodyMatchResult> comparison) {
        try {
            return comparison.get().getMismatches().stream()
                    .map(mismatch -> ((BodyMismatch) mismatch).getPath())
                    .toList();
        } catch (RuntimeException e) {
            return e.getClass();
        }
    }

    private static MatchingContext context(String rules) {
        var groups = Stream.of(rules)
                .map(text -> text.replaceAll(
                        "(\"[$][^\"]*\"): (\\{\"match.*?\\})(?=, \"[$]|\\}$)", "$1: {\"matchers\": [$2]}"))
                .findFirst()
                .orElseThrow();
        var file = PactFile.parse(
                Path.of("c-p.json"),
                PactText.pact("c", "p", PactText.http("x", """
                    {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/json"]},
                     "body": {"content": {}, "contentType": "application/json", "encoded": false},
                     "matchingRules": {"body": %s}}\
                    """.formatted(groups), PactText.text("x"))));
        var request = file.interactions().get(0).asSynchronousRequestResponse().getRequest();
        return new MatchingContext(request.getMatchingRules().rulesForCategory("body"), false, Map.of(), false);
    }

    private static OptionalBody body(String json) {
        return OptionalBody.body(json.getBytes(UTF_8), ContentType.getJSON());
    }
}
