package dev.treaty.pacts.compare.interaction;

import static dev.treaty.pacts.compare.interaction.Contract.interaction;
import static dev.treaty.pacts.compare.interaction.Contract.quoted;
import static dev.treaty.pacts.compare.interaction.Contract.response;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import dev.treaty.pacts.testing.PactText;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which requests ask a provider the same, and what several interactions say together that do. */
class SameQuestionTest {

    private static final String TYPE_OF_A = "'$.a': {'match': 'type'}";

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            application/json     | {'a': 1, 'b': [{'c': 2, 'd': 3}]} | {'b': [{'d': 3, 'c': 2}], 'a': 1}   | SAME
            application/hal+json | {'a': 1, 'b': 2}                  | { 'b': 2,   'a': 1 }                | SAME
            application/json     | [1, 2]                            | [2, 1]                              | REQUEST_CHANGED
            application/json     | {'a': 1}                          | {'a': 1.0}                          | REQUEST_CHANGED
            application/json     | {'a': 1}                          | {'a': 1, 'a': 1}                    | REQUEST_CHANGED
            application/json     | {'a': 1}                          | {'a': 1} {}                         | REQUEST_CHANGED
            application/json     | {'a': 1, 'b'                      | {'a': 1,  'b'                       | REQUEST_CHANGED
            text/plain           | {'a': 1, 'b': 2}                  | {'b': 2, 'a': 1}                    | REQUEST_CHANGED
            """)
    void the_order_of_members_and_white_space_mean_nothing_in_json(
            String type, String before, String after, Verdict verdict) {
        assertThat(verdicts(Contract.of(post(type, before)), Contract.of(post(type, after))))
                .containsExactly(verdict);
        assertThat(verdicts(Contract.of(question(type, before)), Contract.of(question(type, after))))
                .containsExactly(verdict);
    }

    private static String post(String type, String body) {
        return PactText.http("a request", "[]", """
                {"method": "POST", "path": "/x", "headers": {"Content-Type": ["%s"]}, "body": %s}""".formatted(type, contents(type, body)), PactText.text("x"));
    }

    private static String question(String type, String body) {
        return """
                {"type": "Synchronous/Messages", "description": "a question",
                 "request": {"contents": %s},
                 "response": [{"contents": {"content": {}, "contentType": "application/json", "encoded": false}}]}""".formatted(contents(type, body));
    }

    /** In Base64, so that nobody reads it as JSON and writes it in another way. */
    private static String contents(String type, String body) {
        return """
                {"content": "%s", "contentType": "%s", "encoded": "base64"}""".formatted(Base64.getEncoder().encodeToString(quoted(body).getBytes(UTF_8)), type);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
            'Accept': ['a/b', 'c/d'] | 'accept': ['a/b, c/d']   | SAME
            'Accept': ['a/b', 'c/d'] | 'Accept': ['c/d', 'a/b'] | REQUEST_CHANGED
            'X': ['a'], 'x': ['b']   | 'x': ['b']               | REQUEST_CHANGED
            """)
    void headers_are_what_pact_jvm_sends(String before, String after, Verdict verdict) {
        assertThat(verdicts(Contract.of(get(before)), Contract.of(get(after)))).containsExactly(verdict);
    }

    private static String get(String headers) {
        return PactText.http(
                "a request",
                "[]",
                "{\"method\": \"GET\", \"path\": \"/x\", \"headers\": {%s}}".formatted(quoted(headers)),
                PactText.text("x"));
    }

    // --- several interactions that ask the same ---

    @Test
    void an_example_that_another_interaction_refused_before_shows_nothing() {
        var two = Contract.of(one("{'a': 1}", ""), other("{'b': 1}"));
        var merged = Contract.of(one("{'a': 1, 'b': 1}", ""));

        assertThat(ContractComparison.changes(two, merged).get(0)).satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.NOT_PROVEN);
            assertThat(change.witnesses()).isEmpty();
        });
    }

    @Test
    void an_example_has_what_the_others_require() {
        var before = Contract.of(one("{'a': 'x', 'c': {'d': 1}}", TYPE_OF_A), other("{'b': 1, 'c': {'e': 1}}"));
        var after = Contract.of(
                one("{'a': 'x', 'c': {'d': 1}}", "'$.a': {'match': 'regex', 'regex': '.+'}"),
                other("{'b': 1, 'c': {'e': 1}}"));

        assertThat(ContractComparison.changes(before, after).get(0)).satisfies(change -> {
            assertThat(change.verdict()).isEqualTo(Verdict.NARROWED);
            assertThat(change.witnesses())
                    .extracting(witness -> witness.answer().body().valueAsString())
                    .containsExactly("{\"a\":\"\",\"c\":{\"d\":1,\"e\":1},\"b\":1}");
        });
    }

    @Test
    void a_pending_interaction_binds_nobody() {
        var pending = other("{'z': 1}").replaceFirst("\\{", "{\"pending\": true, ");
        var before = Contract.of(pending, one("{'a': 1}", ""));
        var after = Contract.of(one("{'a': 1, 'b': 1}", ""));

        assertThat(ContractComparison.changes(before, after).get(0).witnesses())
                .extracting(witness -> witness.answer().body().valueAsString())
                .containsExactly("{\"a\":1}");
    }

    private static String one(String body, String rules) {
        return interaction("a request", response(body, rules));
    }

    private static String other(String body) {
        return other(body, "");
    }

    private static String other(String body, String rules) {
        return interaction("the same request", response(body, rules));
    }

    private static List<Verdict> verdicts(V4Pact before, V4Pact after) {
        return ContractComparison.changes(before, after).stream()
                .map(InteractionChange::verdict)
                .toList();
    }
}
