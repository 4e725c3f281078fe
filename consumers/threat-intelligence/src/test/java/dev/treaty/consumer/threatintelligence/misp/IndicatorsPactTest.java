package dev.treaty.consumer.threatintelligence.misp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithoutPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.http.RetryAfter;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.threatintelligence.source.IpAddress;
import dev.treaty.consumer.threatintelligence.source.SourceException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class IndicatorsPactTest {

    private static final IpAddress SCANNER = new IpAddress("203.0.113.7");
    private static final IpAddress WITH_A_REVOKED_KEY = new IpAddress("203.0.113.98");
    private static final IpAddress BEYOND_THE_LIMIT = new IpAddress("203.0.113.99");
    private static final IpAddress QUIET = new IpAddress("192.0.2.33");
    private static final IpAddress RESOLVER = new IpAddress("192.0.2.1");
    private static final String NUMBER = "\\d+";

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact known(PactDslWithProvider misp) {
        return search(
                        misp.given("an event knows an address", Map.of("ip", SCANNER.text()))
                                .uponReceiving("a search for an address that an event knows"),
                        SCANNER)
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.object(
                                "response",
                                response -> response.minArrayLike("Attribute", 1, 1, attribute -> {
                                    attribute.stringMatcher("id", NUMBER, "4711");
                                    attribute.stringMatcher("event_id", NUMBER, "42");
                                    attribute.stringType("category", "Network activity");
                                    attribute.stringMatcher("timestamp", NUMBER, "1768469400");
                                    attribute.object(
                                            "Event", event -> event.stringType("info", "Scanners of SSH servers"));
                                    attribute.minArrayLike("Tag", 1, 1, tag -> tag.stringType("name", "tlp:amber"));
                                })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "known")
    void an_indicator_says_which_event_knows_the_address(MockServer misp) {
        assertThat(MispFixture.at(misp).indicators(SCANNER))
                .containsExactly(new Indicator(
                        "4711",
                        "42",
                        "Scanners of SSH servers",
                        "Network activity",
                        Examples.NOW,
                        List.of("tlp:amber")));
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact unknown(PactDslWithProvider misp) {
        return search(
                        misp.given("no event knows an address", Map.of("ip", QUIET.text()))
                                .uponReceiving("a search for an address that no event knows"),
                        QUIET)
                .willRespondWith()
                .status(200)
                .body(nothing())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "unknown")
    void an_address_that_no_event_knows_has_no_indicators(MockServer misp) {
        assertThat(MispFixture.at(misp).indicators(QUIET)).isEmpty();
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact onWarningList(PactDslWithProvider misp) {
        return search(
                        misp.given("an address is on a warning list", Map.of("ip", RESOLVER.text()))
                                .uponReceiving("a search for an address that is on a warning list"),
                        RESOLVER)
                .willRespondWith()
                .status(200)
                .body(nothing())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "onWarningList")
    void what_is_on_a_warning_list_is_left_out(MockServer misp) {
        assertThat(MispFixture.at(misp).indicators(RESOLVER)).isEmpty();
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact revokedKey(PactDslWithProvider misp) {
        return search(
                        misp.given("the key is revoked", Map.of("user", "threat-intelligence"))
                                .uponReceiving("a search with a key that is revoked"),
                        WITH_A_REVOKED_KEY)
                .willRespondWith()
                .status(403)
                .body(newJsonBody(root -> root.stringType("message", "Authentication failed."))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "revokedKey")
    void a_wrong_key_is_forbidden_and_not_unauthorized(MockServer misp) {
        var client = MispFixture.at(misp);

        assertThatThrownBy(() -> client.indicators(WITH_A_REVOKED_KEY))
                .isInstanceOf(SourceException.KeyRefused.class)
                .hasMessageStartingWith("MISP refused the API key (HTTP 403).")
                .hasMessageNotContaining("test-key-42");
    }

    @Pact(consumer = "threat-intelligence", provider = "misp")
    V4Pact rateLimited(PactDslWithProvider misp) {
        return search(
                        misp.given("the rate limit is exceeded", Map.of("seconds", 840))
                                .uponReceiving("a search beyond the rate limit"),
                        BEYOND_THE_LIMIT)
                .willRespondWith()
                .status(429)
                .matchHeader("X-Rate-Limit-Reset", "\\d{1,3}", "840")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "rateLimited")
    void the_reset_of_the_rate_limit_is_how_many_seconds_are_left(MockServer misp) {
        var client = MispFixture.at(misp);

        assertThatThrownBy(() -> client.indicators(BEYOND_THE_LIMIT))
                .isInstanceOfSatisfying(
                        SourceException.LimitReached.class,
                        limit -> assertThat(limit.retryAfter())
                                .isEqualTo(new RetryAfter(Examples.NOW.plusSeconds(840))));
    }

    private static PactDslRequestWithPath search(PactDslRequestWithoutPath request, IpAddress address) {
        return MispFixture.request(request, "POST", "/attributes/restSearch")
                .body(newJsonBody(root -> {
                            root.stringValue("returnFormat", "json");
                            root.stringValue("value", address.text());
                            root.array(
                                    "type", types -> types.stringValue("ip-src").stringValue("ip-dst"));
                            root.booleanValue("to_ids", true);
                            root.booleanValue("enforceWarninglist", true);
                            root.numberValue("page", 1);
                            root.numberValue("limit", 100);
                        })
                        .build());
    }

    /** Nothing found is an empty list, not 404. */
    private static DslPart nothing() {
        return newJsonBody(root -> root.object("response", response -> response.array("Attribute", none -> {})))
                .build();
    }
}
