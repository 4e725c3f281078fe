package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.treaty.pacts.canonical.ExamplePact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnmatchedVolatileHeaderTest {

    @Test
    void a_date_from_the_provider_without_a_matcher_is_found() {
        var interaction = responseWith("{\"Date\": [\"Thu, 15 Jan 2026 09:30:00 GMT\"]}");

        assertThat(findings(interaction)).containsExactly("""
                "a request to create a payment" of billing with stripe expects response headers of the example, but the provider generates new ones.
                  where: $.response.headers.Date in PaymentsPactTest.paymentIsCreated
                  fix:   match them by regex, or leave them out if the consumer does not read them""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ETag\": [\"W/1a\"]}",
                "{\"Last-Modified\": \"Thu, 15 Jan 2026 09:30:00 GMT\"}",
                "{\"X-Request-Id\": [\"req_8\"]}",
                "{\"Request-Id\": [\"req_8\"]}",
                "{\"Set-Cookie\": [\"session=8a\"]}",
                "{\"Location\": [\"https://api.example/v1/payments/pay_9?expand=1\"]}",
                "{\"Sunset\": [\"Thu, 15 Jan 2026 09:30:00 GMT\"]}",
            })
    void what_the_provider_generates_is_recognized_by_its_name_or_its_format(String headers) {
        assertThat(findings(responseWith(headers))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Retry-After\": [\"30\"], \"Cache-Control\": [\"no-store\"], \"Content-Type\": [\"application/json\"]}",
                "{\"Location\": [\"/sign-in\"]}",
                "{\"WWW-Authenticate\": [\"Bearer realm=\\\"treaty\\\"\"]}",
            })
    void other_headers_may_be_exact(String headers) {
        assertThat(findings(responseWith(headers))).isEmpty();
    }

    @Test
    void a_header_with_a_matcher_is_fine_in_any_case() {
        var interaction = responseWith("{\"ETag\": [\"\\\"7\\\"\"]}");
        ExamplePact.set(interaction, "/response/matchingRules/header", """
                {"etag": {"combine": "AND", "matchers": [{"match": "regex", "regex": ".+"}]}}""");

        assertThat(findings(interaction)).isEmpty();
    }

    @Test
    void what_the_consumer_sent_may_be_exact() {
        var interaction = responseWith("{\"ETag\": [\"\\\"7\\\"\"], \"Location\": [\"/v1/payments/pi_7\"]}");
        ExamplePact.set(interaction, "/request/path", "\"/v1/payments/pi_7\"");
        ExamplePact.set(interaction, "/request/headers", "{\"If-None-Match\": [\"\\\"7\\\"\"]}");

        assertThat(findings(interaction)).isEmpty();
    }

    private static ObjectNode responseWith(String headers) {
        return ExamplePact.set(ExamplePact.payment(), "/response/headers", headers);
    }

    private static List<String> findings(ObjectNode interaction) {
        return RuleFindings.of(new UnmatchedVolatileHeader(), interaction);
    }
}
