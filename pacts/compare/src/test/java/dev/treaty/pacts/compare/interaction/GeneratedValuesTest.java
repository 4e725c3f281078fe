package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of a body that generators replace when a provider is verified, as pact-jvm's {@code DefaultResponseGenerator} does. */
class GeneratedValuesTest {

    @ParameterizedTest(name = "{0} {1} {2} -> {3} {4}: {5}")
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            # body             | rule                    | generator                          | rule                    | generator                          | verdict
            {'a': 'x'}         | ``                      | ``                                 | ``                      | '$.a': 'Uuid'                      | NOT_PROVEN
            {'a': 'x'}         | ``                      | '$.a': 'Uuid'                      | ``                      | ``                                 | NOT_PROVEN
            {'a': 'x'}         | ``                      | '$.a': 'Uuid'                      | ``                      | '$.a': 'Uuid'                      | SAME
            {'a': 'x'}         | ``                      | '$.a': 'Uuid'                      | '$.a': 'type'           | '$.a': 'Uuid'                      | NOT_PROVEN
            {'a': 'x'}         | '$.a': 'type'           | ``                                 | '$.a': 'type'           | '$.a': 'Uuid'                      | SAME
            {'a': 1}           | '$.a': 'type'           | ``                                 | '$.a': 'type'           | '$.a': 'RandomInt'                 | SAME
            {'a': '1'}         | '$.a': 'type'           | ``                                 | '$.a': 'type'           | '$.a': 'RandomInt'                 | NOT_PROVEN
            {'a': 1}           | '$.a': 'integer'        | ``                                 | '$.a': 'number'         | '$.a': 'RandomInt'                 | ASKS_NO_MORE
            {'a': 1}           | '$.a': 'type', 'min': 1 | ``                                 | '$.a': 'type', 'min': 1 | '$.a': 'RandomInt'                 | NOT_PROVEN
            {'a': 'x'}         | ``                      | ``                                 | ``                      | '$.a': 'MockServerURL'             | SAME
            {'a': 'x'}         | ``                      | ``                                 | ``                      | '$.b': 'Uuid'                      | SAME
            {'a': [{'b': '1'}]} | ``                     | '$.a[*].b': 'ProviderState'        | '$.a[*].b': 'type'      | '$.a[*].b': 'ProviderState'        | NOT_PROVEN
            {'a': [{'b': '1'}]} | '$.a[*].b': 'semver'   | '$.a[*].b': 'ProviderState'        | '$.a[*].b': 'semver'    | '$.a[*].b': 'ProviderState'        | SAME
            {'a': {'b': '1'}}  | ``                      | '$.a': 'ProviderState'             | '$.a.b': 'type'         | '$.a': 'ProviderState'             | NOT_PROVEN
            """)
    void no_example_proves_anything_about_a_value_that_is_generated(
            String body,
            String ruleBefore,
            String generatorBefore,
            String ruleAfter,
            String generatorAfter,
            Verdict verdict) {
        var changes = ContractComparison.changes(
                Contract.of(response(body, ruleBefore, generatorBefore)),
                Contract.of(response(body, ruleAfter, generatorAfter)));

        assertThat(changes)
                .singleElement()
                .satisfies(
                        change -> assertThat(change.verdict()).as("%s", change).isEqualTo(verdict));
    }

    /** @param rule a path and the name of a rule; empty for none */
    private static String response(String body, String rule, String generator) {
        return interaction(
                "a request",
                quoted(
                        """
                {'status': 200, 'headers': {'Content-Type': ['application/json']},
                 'body': {'content': %s, 'contentType': 'application/json', 'encoded': false},
                 'matchingRules': {'body': {%s}}, 'generators': {'body': {%s}}}""".formatted(
                                        body,
                                        rule.replaceFirst("^('[^']*'): (.*)$", "$1: {'matchers': [{'match': $2}]}"),
                                        generator.replaceFirst(
                                                "'([A-Za-z]+)'$",
                                                "{'type': '$1', 'expression': '\\${id}', 'min': 0, 'max': 9, 'regex': '(x)', 'example': 'x'}"))));
    }
}
