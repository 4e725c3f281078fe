package dev.treaty.consumer.securitydesk;

import static dev.treaty.consumer.securitydesk.DeskContract.BAD;
import static dev.treaty.consumer.securitydesk.DeskContract.CONSUMER;
import static dev.treaty.consumer.securitydesk.DeskContract.PROVIDER;
import static dev.treaty.consumer.securitydesk.DeskContract.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.Invalid;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotAllowed;
import dev.treaty.consumer.securitydesk.ThreatIntelligenceException.NotNow;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class RefusalsPactTest {

    private static final String PROBLEMS = "https://treaty.dev/problems/";

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact privateAddress(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider),
                        "a request for the reputation of a private address",
                        "GET",
                        "/addresses/10.0.0.1/reputation",
                        VIEWER)
                .willRespondWith()
                .status(422)
                .headers(Problem.HEADERS)
                .body(Problem.body(PROBLEMS + "address-not-public", 422, "This is not a public IP address"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "privateAddress")
    void a_private_address_has_no_reputation(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.reputation("10.0.0.1"))
                .isInstanceOf(Invalid.class)
                .hasMessageStartingWith("This is not a public IP address (HTTP 422).");
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact withoutToken(PactDslWithProvider provider) {
        return provider.given("sources know an address", Map.of("ip", BAD))
                .uponReceiving("a request for the reputation of an address without an access token")
                .method("GET")
                .path("/addresses/203.0.113.7/reputation")
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .body(Problem.body(PROBLEMS + "token-missing", 401, "The request has no access token"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "withoutToken")
    void somebody_without_a_token_is_not_allowed(MockServer provider) {
        var client = DeskContract.at(provider, Optional.empty());

        assertThatThrownBy(() -> client.reputation(BAD)).isInstanceOf(NotAllowed.class);
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact withoutRole(PactDslWithProvider provider) {
        return DeskContract.call(
                        provider.given("a user is signed in", Map.of("id", VIEWER, "role", "guest")),
                        "a request of somebody without a role for the reputation of an address",
                        "GET",
                        "/addresses/203.0.113.9/reputation",
                        VIEWER)
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(Problem.body(PROBLEMS + "role-too-low", 403, "You may not read what threat intelligence knows"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "withoutRole")
    void somebody_without_a_role_is_not_allowed(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.reputation("203.0.113.9"))
                .isInstanceOf(NotAllowed.class)
                .hasMessageStartingWith("You may not read what threat intelligence knows (HTTP 403).");
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact tooMany(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.viewer(provider)
                                .given("a user has exhausted a rate limit", Map.of("user", VIEWER)),
                        "a request for the reputation of an address beyond the caller's limit",
                        "GET",
                        "/addresses/203.0.113.10/reputation",
                        VIEWER)
                .willRespondWith()
                .status(429)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", "[1-9]\\d?", "60")
                .body(Problem.body(PROBLEMS + "too-many-requests", 429, "You have sent too many requests"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooMany")
    void too_many_requests_have_to_wait(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.reputation("203.0.113.10"))
                .isInstanceOfSatisfying(
                        NotNow.class,
                        notNow -> assertThat(notNow.retryAfter().notBefore()).isEqualTo(Examples.NOW.plusSeconds(60)));
    }

    @Pact(consumer = CONSUMER, provider = PROVIDER)
    V4Pact noSource(PactDslWithProvider provider) {
        return DeskContract.call(
                        DeskContract.without(DeskContract.viewer(provider), "virustotal", "abuseipdb", "misp"),
                        "a request for the reputation of an address while no source is available",
                        "GET",
                        "/addresses/203.0.113.11/reputation",
                        VIEWER)
                .willRespondWith()
                .status(503)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", "[1-9]\\d{0,4}", "30")
                .body(Problem.body(PROBLEMS + "service-unavailable", 503, "A service is down"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "noSource")
    void without_any_source_there_is_no_verdict_at_all(MockServer provider) {
        var client = DeskContract.as(VIEWER, provider);

        assertThatThrownBy(() -> client.reputation("203.0.113.11")).isInstanceOf(NotNow.class);
    }
}
