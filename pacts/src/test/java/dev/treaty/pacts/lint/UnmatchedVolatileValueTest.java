package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmatchedVolatileValueTest {

    @Test
    void an_id_from_the_provider_without_a_matcher_is_found() {
        var interaction = ExamplePact.set(ExamplePact.payment(), "/response/matchingRules", "{}");

        assertThat(findings(interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe expects the IDs or times of the example, but the provider generates new ones.
                  where: $.response.body.content.id in PaymentsPactTest.paymentIsCreated
                  fix:   match them by type or regex, or pass the value in the request or as a parameter of the state""");
    }

    @Test
    void an_id_with_a_matcher_is_fine() {
        assertThat(findings(ExamplePact.payment())).isEmpty();
        assertThat(findings(ExamplePact.message())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"card\": {\"id\": 17}}",
                "{\"sid\": \"SM1\"}",
                "{\"request_id\": \"a\"}",
                "{\"vodId\": 5}",
                "{\"MessageSid\": \"SM1\"}",
                "{\"created\": 1768469400}",
                "{\"createdAt\": \"now\"}",
                "{\"updated_at\": \"now\"}",
                "{\"date_sent\": \"today\"}",
                "{\"run\": \"2026-01-15T09:30:00Z\"}",
                "{\"run\": \"Thu, 15 Jan 2026 09:30:00 +0000\"}",
                "{\"data\": [{\"id\": \"ch_1\"}]}",
                "{\"ids\": {\"order_id\": [\"a\"]}}",
            })
    void an_id_or_a_time_is_recognized_by_its_key_or_its_format(String content) {
        assertThat(findings(response(content))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"object\": \"payment_intent\"}",
                "{\"paid\": \"yes\", \"void\": \"no\", \"kid\": \"test-key-1\", \"flat\": \"x\"}",
                "{\"id\": null, \"created\": false, \"next_page_id\": \"\"}",
                "{\"creator\": \"billing\", \"format\": \"%s\", \"dated\": \"x\"}",
                "{\"amount\": 2000, \"day\": \"2026-01-15\"}",
            })
    void other_values_may_be_exact(String content) {
        assertThat(findings(response(content))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cus_42", "pi_7", "6735", "cursor_3"})
    void what_the_consumer_passed_in_state_path_form_or_query_may_be_exact(String value) {
        var interaction = response("{\"some_id\": \"%s\"}".formatted(value));
        ExamplePact.set(interaction, "/request/path", "\"/v1/payment_intents/pi_7/confirm\"");
        ExamplePact.set(interaction, "/request/query", "{\"starting_after\": [\"cursor_3\"]}");

        assertThat(findings(interaction)).isEmpty();
    }

    @Test
    void an_id_in_the_request_may_be_exact_because_the_consumer_chose_it() {
        var interaction = ExamplePact.set(ExamplePact.payment(), "/request/body", """
                {"contentType": "application/json", "encoded": false, "content": {"id": "mine"}}
                """);

        assertThat(findings(interaction)).isEmpty();
    }

    @Test
    void the_fields_of_a_form_in_a_message_are_checked_too() {
        var interaction = ExamplePact.set(ExamplePact.message(), "/contents", """
                {"contentType": "application/x-www-form-urlencoded", "encoded": false, "content": "MessageSid=SM1&Status=sent"}
                """);

        assertThat(findings(interaction))
                .singleElement()
                .asString()
                .contains("where: $.contents.content.MessageSid[0] in PaymentsPactTest.paymentIsCreated");
    }

    @Test
    void json_that_pact_keeps_as_text_or_bytes_is_checked_too() {
        var text = ExamplePact.set(ExamplePact.payment(), "/response/body", """
                {"contentType": "application/json", "encoded": "JSON", "content": "{\\"event_id\\": 1}"}
                """);
        var bytes = ExamplePact.set(ExamplePact.payment(), "/response/body", """
                {"contentType": "application/json", "encoded": "base64", "content": "eyJldmVudF9pZCI6IDF9"}
                """);

        assertThat(findings(text)).singleElement().asString().contains("$.response.body.content.event_id ");
        assertThat(findings(bytes)).singleElement().asString().contains("$.response.body.content.event_id ");
    }

    private static ObjectNode response(String content) {
        return ExamplePact.set(ExamplePact.payment(), "/response/body/content", content);
    }

    private static List<String> findings(ObjectNode interaction) {
        return RuleFindings.of(new UnmatchedVolatileValue(), interaction);
    }
}
