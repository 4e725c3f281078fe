package dev.treaty.pacts.difference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDifferenceTest {

    @Test
    void equal_values_do_not_differ() {
        assertThat(between("{\"a\": [1, {\"b\": null}]}", "{\"a\": [1, {\"b\": null}]}"))
                .isEmpty();
    }

    @Test
    void each_difference_has_its_path_and_both_values() {
        assertThat(between("""
                        {"status": 200, "headers": {"X-A": ["1"]}, "items": [{"id": 1}], "gone": true}
                        """, """
                        {"status": 201, "headers": {"X-A": ["1", "2"]}, "items": [{"id": "1"}], "$.new": {"a": 1}}
                        """))
                .containsExactly(
                        "$.status 200 -> 201",
                        "$.headers.X-A[1] (none) -> \"2\"",
                        "$.items[0].id 1 -> \"1\"",
                        "$.gone true -> (none)",
                        "$['$.new'] (none) -> {\"a\": 1}");
    }

    @Test
    void the_same_number_written_differently_is_a_difference() {
        assertThat(between("{\"amount\": 1.0}", "{\"amount\": 1.00}")).containsExactly("$.amount 1.0 -> 1.00");
    }

    @Test
    void a_value_that_is_too_long_for_a_line_is_shortened() {
        assertThat(between("{}", "{\"a\": \"%s\"}".formatted("x".repeat(400))))
                .containsExactly("$.a (none) -> \"" + "x".repeat(159) + "…");
    }

    @Test
    void credentials_are_not_shown() {
        assertThat(between("""
                        {"headers": {"Authorization": ["Bearer sk_test_42"]}, "key": "a"}
                        """, """
                        {"headers": {"Authorization": ["Bearer sk_test_43"]}, "key": "sk_live_4eC39HqLyjWDarjtT1"}
                        """))
                .containsExactly(
                        "$.headers.Authorization[0] (not shown: a credential) -> (not shown: a credential)",
                        "$.key \"a\" -> (not shown: a credential)");
    }

    @Test
    void credentials_inside_a_value_are_not_shown() {
        assertThat(between("{}", """
                        {"headers": {"Authorization": ["Bearer sk_test_42"]}, "params": {"user": {"password": "p", "name": "n"}}}
                        """))
                .containsExactly(
                        "$.headers (none) -> {\"Authorization\": \"(not shown: a credential)\"}",
                        "$.params (none) -> {\"user\": {\"password\": \"(not shown: a credential)\", \"name\": \"n\"}}");
    }

    @Test
    void the_rule_for_a_credential_is_shown() {
        assertThat(between("{}", "{\"matchingRules\": {\"body\": {\"$.token\": {\"match\": \"type\"}}}}"))
                .containsExactly("$.matchingRules (none) -> {\"body\": {\"$.token\": {\"match\": \"type\"}}}");
    }

    private static List<String> between(String before, String after) {
        return JsonDifference.between(ExamplePact.value(before), ExamplePact.value(after)).stream()
                .map(JsonDifference::toString)
                .toList();
    }
}
