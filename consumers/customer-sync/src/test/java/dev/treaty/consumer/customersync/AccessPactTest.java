package dev.treaty.consumer.customersync;

import static dev.treaty.consumer.customersync.AirtableFixture.ERIKA;
import static dev.treaty.consumer.customersync.AirtableFixture.RECORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.customersync.connection.AirtableException.Forbidden;
import dev.treaty.consumer.customersync.connection.AirtableException.TooManyRequests;
import dev.treaty.consumer.customersync.connection.AirtableException.Unauthorized;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When Airtable does not let the client in. */
@Recording
class AccessPactTest {

    private static final String INVALID = "patInvalid0000042";

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact tokenIsInvalid(PactDslWithProvider airtable) {
        return list(
                        airtable.given("a token is invalid", Map.of("token", INVALID)),
                        "a request for customers with an invalid token")
                .headers(Map.of("Authorization", "Bearer " + INVALID))
                .willRespondWith()
                .status(401)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenIsInvalid")
    void an_invalid_token_is_unauthorized_and_not_shown(MockServer airtable) {
        var customers = AirtableFixture.at(airtable, INVALID).customers();

        assertThatThrownBy(() -> customers.all(CustomerQuery.all()))
                .isInstanceOf(Unauthorized.class)
                .hasMessageStartingWith("Airtable does not accept the access token (HTTP 401).")
                .hasMessageNotContaining(INVALID);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact scopeIsMissing(PactDslWithProvider airtable) {
        return airtable.given("a token has only one scope", AirtableFixture.table("scope", "data.records:read"))
                .uponReceiving("a request to delete a customer with a token that may only read")
                .method("DELETE")
                .path(RECORDS)
                .query("records[]=" + ERIKA)
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION)
                .willRespondWith()
                .status(403)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "scopeIsMissing")
    void a_token_without_the_scope_is_forbidden(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();

        assertThatThrownBy(() -> customers.delete(List.of(ERIKA))).isInstanceOf(Forbidden.class);
    }

    @Pact(consumer = "customer-sync", provider = "airtable")
    V4Pact tooManyRequests(PactDslWithProvider airtable) {
        return list(
                        airtable.given("the rate limit is exceeded", AirtableFixture.table()),
                        "a request for customers after too many requests")
                .matchHeader("Authorization", AirtableFixture.AUTHORIZATION_REGEX, AirtableFixture.AUTHORIZATION)
                .willRespondWith()
                .status(429)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void after_too_many_requests_nothing_is_sent_for_half_a_minute(MockServer airtable) {
        var customers = AirtableFixture.at(airtable).customers();

        assertThatThrownBy(() -> customers.all(CustomerQuery.all()))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        refused ->
                                assertThat(refused.retryAfter().notBefore()).isEqualTo(Examples.NOW.plusSeconds(30)));
        assertThatThrownBy(() -> customers.all(CustomerQuery.all()))
                .isInstanceOf(TooManyRequests.class)
                .hasMessageContaining("(not sent)");
    }

    private static PactDslRequestWithPath list(PactDslWithState state, String description) {
        return state.uponReceiving(description)
                .method("GET")
                .path(RECORDS)
                .query("pageSize=100")
                .headers(Map.of("Accept", "application/json"));
    }
}
