package dev.treaty.stubs.matching.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Request;
import au.com.dius.pact.core.model.matchingrules.MatchingRule;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.model.matchingrules.MinTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.NumberTypeMatcher;
import au.com.dius.pact.core.model.matchingrules.RegexMatcher;
import au.com.dius.pact.core.model.matchingrules.TypeMatcher;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpectedFormTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> FIELDS = List.of("a", "b", "c[d]", "0", "e.f");
    private static final List<String> VALUES = List.of("", "=", "=1", "=12", "=x", "=%C3%BC", "=+");
    private static final List<String> PATHS =
            List.of("$.a", "$['c[d]']", "$.*", "$.a[0]", "$.a[*]", "$.b", "$['e.f']", "$.e.f", "$[0]", "$");
    private static final List<MatchingRule> RULES = List.of(
            new RegexMatcher("[0-9]+"),
            new RegexMatcher("null|x"),
            TypeMatcher.INSTANCE,
            new MinTypeMatcher(2),
            new NumberTypeMatcher(NumberTypeMatcher.NumberType.INTEGER));

    @Test
    void a_form_with_the_same_fields_is_accepted_in_any_order_and_by_its_rules() {
        var rules = new MatchingRulesImpl();
        rules.addCategory("body").addRule("$.a", new RegexMatcher("[0-9]+"));
        var form = ExpectedForm.of(request("a=1&b=x", rules)).orElseThrow();

        assertThat(form.accepts(request("b=x&a=27", rules))).isTrue();
        assertThat(form.accepts(request("b=x&a=z", rules))).isFalse();
        assertThat(form.accepts(request("b=y&a=1", rules))).isFalse();
        assertThat(form.accepts(request("a=1", rules))).isFalse();
        assertThat(form.accepts(request("a=1&b=x&c=", rules))).isFalse();
        assertThat(form.accepts(request("a=1&a=2&b=x", rules))).isFalse();
    }

    /** Pact's verdict on a field without an equals sign is corrected later; see {@link FormBodies}. */
    @Test
    void whatever_is_accepted_is_accepted_by_pact() {
        var random = new Random(7);
        var accepted = 0;
        for (var number = 0; number < 20_000; number++) {
            var rules = rules(random);
            var expected = request(form(random), rules);
            var actual = request(random.nextInt(3) == 0 ? expected.getBody().valueAsString() : form(random), rules);
            var form = ExpectedForm.of(expected);
            if (form.isPresent() && form.get().accepts(actual)) {
                accepted++;
                assertThat(isAcceptedByPact(expected, actual)
                                || isAcceptedByPact(FormBodies.completed(expected), FormBodies.completed(actual)))
                        .as("%s / %s / %s", expected.getBody(), actual.getBody(), rules)
                        .isTrue();
            }
        }
        assertThat(accepted).isGreaterThan(2_000);
    }

    private static boolean isAcceptedByPact(Request expected, Request actual) {
        var rules = new MatchingContext(expected.getMatchingRules().rulesForCategory("body"), false);
        return Matching.INSTANCE
                .matchBody(expected.asHttpPart(), actual.asHttpPart(), rules)
                .matchedOk();
    }

    private static MatchingRules rules(Random random) {
        var rules = new MatchingRulesImpl();
        var body = rules.addCategory("body");
        for (var count = random.nextInt(3); count > 0; count--) {
            body.addRule(PATHS.get(random.nextInt(PATHS.size())), RULES.get(random.nextInt(RULES.size())));
        }
        return rules;
    }

    private static String form(Random random) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(
                        field -> FIELDS.get(random.nextInt(FIELDS.size())) + VALUES.get(random.nextInt(VALUES.size())))
                .collect(Collectors.joining("&"));
    }

    private static Request request(String form, MatchingRules rules) {
        return new Request(
                "POST",
                "/",
                Map.of(),
                Map.of("Content-Type", List.of(FORM)),
                OptionalBody.body(form, new ContentType(FORM)),
                rules);
    }
}
