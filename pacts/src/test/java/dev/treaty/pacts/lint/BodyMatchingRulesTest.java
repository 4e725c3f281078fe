package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.canonical.StrictJson;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyMatchingRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"$.id": [{"match": "type"}]}                                                 | id
            {"$['id']": [{"match": "regex", "regex": ".+"}]}                              | id
            {"$": [{"match": "type"}]}                                                    | data/0/id
            {"$.data": [{"match": "type", "min": 1}]}                                     | data/0/id
            {"$.data[*].id": [{"match": "type"}]}                                         | data/0/id
            {"$.data[0].id": [{"match": "type"}]}                                         | data/0/id
            {"$.*.id": [{"match": "type"}]}                                               | data/id
            {"$.data": [{"match": "eachValue", "rules": [{"match": "type"}]}]}            | data/x/id
            {"$": [{"match": "equality"}], "$.id": [{"match": "integer"}]}                | id
            {"$.a": [{"match": "arrayContains", "variants": [{"index": 0, "rules": {"$.id": {"matchers": [{"match": "type"}]}}}]}]} | a/0/id
            """)
    void a_value_may_differ_if_a_matcher_for_it_or_for_its_container_allows_it(String rules, String value) {
        assertThat(rules(rules).allowOtherValues(List.of(value.split("/", -1)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                            | id
            {"$.name": [{"match": "type"}]}                                               | id
            {"$.data.id": [{"match": "type"}]}                                            | data
            {"$.data[1].id": [{"match": "type"}]}                                         | data/0/id
            {"$.data[*]": [{"match": "type"}]}                                            | data/id
            {"$.id": [{"match": "equality"}]}                                             | id
            {"$": [{"match": "type"}], "$.id": [{"match": "equality"}]}                   | id
            {"$.data": [{"match": "eachValue", "rules": [{"match": "equality"}]}]}        | data/x/id
            {"$.data": [{"match": "eachKey", "rules": [{"match": "type"}]}]}              | data/x
            {"$.a": [{"match": "arrayContains", "variants": [{"index": 1, "rules": {"$.id": {"matchers": [{"match": "type"}]}}}]}]} | a/0/id
            """)
    void a_value_must_be_exact_if_no_matcher_covers_it_or_the_most_specific_one_requires_it(
            String rules, String value) {
        assertThat(rules(rules).allowOtherValues(List.of(value.split("/", -1)))).isFalse();
    }

    private static BodyMatchingRules rules(String json) {
        var category = StrictJson.MAPPER.createObjectNode();
        ExamplePact.value(json)
                .properties()
                .forEach(rule -> category.putObject(rule.getKey()).set("matchers", rule.getValue()));
        return BodyMatchingRules.of(List.of(category));
    }
}
