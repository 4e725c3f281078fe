package dev.treaty.stubs.matching.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.matchingrules.MatchingRulesImpl;
import au.com.dius.pact.core.support.json.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"match": "type"}                             | any value of the example's type
            {"match": "type", "min": 1}                   | any value of the example's type, at least 1
            {"match": "type", "min": 1, "max": 3}         | any value of the example's type, at least 1, at most 3
            {"match": "regex", "regex": "[0-9]+"}         | a text that matches [0-9]+
            {"match": "include", "value": "a"}            | a text that contains "a"
            {"match": "integer"}                          | any whole number
            {"match": "decimal"}                          | any number with decimal places
            {"match": "boolean"}                          | true or false
            {"match": "equality"}                         | exactly the example
            {"match": "date", "format": "yyyy-MM-dd"}     | a date in the format yyyy-MM-dd
            {"match": "statusCode", "status": "success"}  | a status: success
            {"match": "notEmpty"}                         | anything that is not empty
            {"match": "semver"}                           | a semantic version
            """)
    void a_rule_is_told_in_words(String rule, String words) {
        assertThat(accepted("AND", rule)).containsExactly(new AcceptedValues("body $.x", words));
    }

    @Test
    void several_rules_of_a_place_are_joined_as_they_count() {
        var rules = "{\"match\": \"integer\"}, {\"match\": \"null\"}";

        assertThat(accepted("OR", rules)).containsExactly(new AcceptedValues("body $.x", "any whole number, or null"));
        assertThat(accepted("AND", rules))
                .containsExactly(new AcceptedValues("body $.x", "any whole number, and null"));
    }

    @Test
    void a_place_without_rules_accepts_nothing_else() {
        assertThat(accepted("AND", "")).isEmpty();
    }

    private static List<AcceptedValues> accepted(String combine, String rules) {
        var json = "{\"body\": {\"$.x\": {\"combine\": \"%s\", \"matchers\": [%s]}}}".formatted(combine, rules);
        return AcceptedValues.of(MatchingRulesImpl.fromJson(JsonParser.parseString(json)));
    }
}
