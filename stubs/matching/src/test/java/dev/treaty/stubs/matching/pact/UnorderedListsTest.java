package dev.treaty.stubs.matching.pact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.JsonContentMatcher;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import dev.treaty.pacts.files.PactFile;
import dev.treaty.pacts.testing.PactText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists whose order does not matter are compared as pact-jvm does, and in a bounded time. */
class UnorderedListsTest {

    private static final String ANY_ORDER = "\"$\": {\"matchers\": [{\"match\": \"ignore-order\"}]}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANY_ORDER,
                "\"$\": {\"matchers\": [{\"match\": \"ignore-order\", \"min\": 8}]}",
                "\"$\": {\"matchers\": [{\"match\": \"ignore-order\", \"max\": 8}]}",
                ANY_ORDER + ", \"$[0]\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"[a-c]\"}]}",
                ANY_ORDER + ", \"$[8]\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"[a-c]\"}]}",
                ANY_ORDER + ", \"$[*]\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"[a-c]\"}]}",
                ANY_ORDER
                        + ", \"$[0]\": {\"matchers\": [{\"match\": \"regex\", \"regex\": \"[abc]\"}]}, \"$[1]\": {\"matchers\":"
                        + " [{\"match\": \"regex\", \"regex\": \"[ab]\"}]}"
            })
    void pact_jvm_has_the_same_verdict(String rules) {
        var random = new Random(42);
        var context = context(rules);
        var accepted = 0;

        for (var trial = 0; trial < 300; trial++) {
            var expected = letters(7 + random.nextInt(3), random);
            var actual = random.nextBoolean() ? shuffled(expected, random) : letters(7 + random.nextInt(3), random);
            var verdict = JsonComparison.compare(body(expected), body(actual), context)
                    .matchedOk();
            accepted += verdict ? 1 : 0;

            assertThat(verdict)
                    .as("%s of %s", actual, expected)
                    .isEqualTo(JsonContentMatcher.INSTANCE
                            .matchBody(body(expected), body(actual), context)
                            .matchedOk());
        }
        assertThat(accepted).as("of 300, so that both verdicts are tried").isBetween(10, 290);
    }

    @Test
    @Timeout(10)
    void many_elements_take_a_bounded_time() {
        var rules = context(ANY_ORDER + ", \"$[*].t\": {\"matchers\": [{\"match\": \"type\"}]}");
        var expected = objects(300, 0);

        assertThat(JsonComparison.compare(body(expected), body(expected), rules).matchedOk())
                .isTrue();
        assertThat(JsonComparison.compare(body(expected), body(objects(300, 1)), rules)
                        .matchedOk())
                .isFalse();
    }

    @Test
    void nobody_waits_for_a_comparison_that_takes_too_long() {
        Thread.currentThread().interrupt();

        assertThat(catchTooLong()).isEqualTo(Duration.ZERO);
    }

    private static Duration catchTooLong() {
        try {
            JsonComparison.compare(body(objects(9, 0)), body(objects(9, 0)), context(ANY_ORDER));
            throw new AssertionError("It was compared");
        } catch (TimeLimit.TooLong e) {
            return e.longest();
        }
    }

    private static String letters(int number, Random random) {
        return list(IntStream.range(0, number).mapToObj(i -> "\"" + (char) ('a' + random.nextInt(4)) + "\""));
    }

    private static String shuffled(String list, Random random) {
        var elements = list.substring(1, list.length() - 1).split(",", -1);
        for (var i = elements.length - 1; i > 0; i--) {
            var j = random.nextInt(i + 1);
            var other = elements[i];
            elements[i] = elements[j];
            elements[j] = other;
        }
        return list(Stream.of(elements));
    }

    private static String objects(int number, int first) {
        return list(
                IntStream.range(0, number).mapToObj(i -> "{\"id\": %d, \"t\": \"a\"}".formatted(first + number - i)));
    }

    private static String list(Stream<String> elements) {
        return elements.collect(Collectors.joining(",", "[", "]"));
    }

    private static MatchingContext context(String rules) {
        var file = PactFile.parse(
                Path.of("c-p.json"),
                PactText.pact("c", "p", PactText.http("x", """
                    {"method": "POST", "path": "/x", "headers": {"Content-Type": ["application/json"]},
                     "body": {"content": [], "contentType": "application/json", "encoded": false},
                     "matchingRules": {"body": {%s}}}\
                    """.formatted(rules), PactText.text("x"))));
        var request = file.interactions().get(0).asSynchronousRequestResponse().getRequest();
        return new MatchingContext(request.getMatchingRules().rulesForCategory("body"), false, Map.of(), false);
    }

    private static OptionalBody body(String json) {
        return OptionalBody.body(json.getBytes(UTF_8), ContentType.getJSON());
    }
}
