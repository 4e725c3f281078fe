package dev.treaty.stubs.matching.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.RuleLogic;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import dev.treaty.stubs.matching.request.ReceivedHeader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeaderAcceptanceTest {

    private static final List<String> NAMES =
            List.of("Authorization", "authorization", "Accept", "Content-Type", "X-List", "x-list", "Cookie");
    private static final List<String> VALUES = List.of(
            "Bearer 1",
            "Bearer 2",
            "a",
            "a,b",
            "a, b",
            "text/plain",
            "text/plain;charset=utf-8",
            "text/plain;x",
            "",
            "ü");
    private static final List<MatchingRule> RULES = List.of(
            new RegexMatcher("Bearer \\d"),
            new RegexMatcher("a|text/.*"),
            new RegexMatcher("(unfinished"),
            new RegexMatcher(".*"),
            TypeMatcher.INSTANCE);

    @Test
    void a_header_is_accepted_if_it_is_equal_or_its_regex_matches() {
        var rules = new MatchingRulesImpl();
        rules.addCategory("header").addRule("authorization", new RegexMatcher("Bearer .+"));
        var expected = request(Map.of("Authorization", List.of("Bearer 1"), "X-List", List.of("a")), rules);

        assertThat(accepts(expected, Map.of("AUTHORIZATION", "Bearer 2", "x-list", "a", "more", "z")))
                .isTrue();
        assertThat(accepts(expected, Map.of("Authorization", "Basic 2", "X-List", "a")))
                .isFalse();
        assertThat(accepts(expected, Map.of("Authorization", "Bearer 1", "X-List", "b")))
                .isFalse();
        assertThat(accepts(expected, Map.of("X-List", "a"))).isFalse();
    }

    private static boolean accepts(Request expected, Map<String, String> received) {
        var headers = new LinkedHashMap<String, List<String>>();
        received.forEach((name, value) -> headers.put(name, List.of(value)));
        return HeaderAcceptance.accepts(expected, request(headers, new MatchingRulesImpl()));
    }

    @Test
    void whatever_is_accepted_is_accepted_by_pact() {
        var random = new Random(7);
        var accepted = 0;
        for (var number = 0; number < 50_000; number++) {
            var rules = rules(random);
            var expected = request(headers(random), rules);
            var actual = request(random.nextInt(3) == 0 ? expected.getHeaders() : headers(random), rules);
            if (HeaderAcceptance.accepts(expected, actual)) {
                accepted++;
                assertThat(isAcceptedByPact(expected, actual))
                        .as("%s / %s / %s", expected.getHeaders(), actual.getHeaders(), rules)
                        .isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(5_000);
    }

    private static boolean isAcceptedByPact(Request expected, Request actual) {
        var rules = new MatchingContext(expected.getMatchingRules().rulesForCategory("header"), false, Map.of(), true);
        return Matching.matchHeaders(expected.headersWithoutCookie(), comparable(expected, actual), rules).stream()
                .allMatch(header -> header.getResult().isEmpty());
    }

    /** Fields with the same name count as one; see {@link ReceivedHeader}. */
    private static Map<String, List<String>> comparable(Request expected, Request actual) {
        var headers = new LinkedHashMap<>(actual.getHeaders());
        expected.getHeaders()
                .forEach((wanted, values) -> headers.replaceAll((name, received) ->
                        name.equalsIgnoreCase(wanted) ? ReceivedHeader.comparable(received, values) : received));
        return headers;
    }

    private static MatchingRules rules(Random random) {
        var rules = new MatchingRulesImpl();
        var category = rules.addCategory("header");
        for (var i = random.nextInt(4); i > 0; i--) {
            category.addRule(
                    any(NAMES, random), any(RULES, random), random.nextBoolean() ? RuleLogic.AND : RuleLogic.OR);
        }
        return rules;
    }

    private static Map<String, List<String>> headers(Random random) {
        var headers = new LinkedHashMap<String, List<String>>();
        IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> any(NAMES, random))
                .filter(name -> headers.keySet().stream().noneMatch(name::equalsIgnoreCase))
                .forEach(name -> headers.put(
                        name,
                        IntStream.rangeClosed(0, random.nextInt(5) / 4)
                                .mapToObj(i -> any(VALUES, random))
                                .toList()));
        return headers;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Request request(Map<String, List<String>> headers, MatchingRules rules) {
        return new Request(
                "GET", "/", new LinkedHashMap<>(), new LinkedHashMap<>(headers), OptionalBody.missing(), rules);
    }
}
