package dev.treaty.consumer.fleettracking;

import static dev.treaty.consumer.fleettracking.SamsaraBody.error;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.ROUTE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.VEHICLE;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.at;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.request;
import static dev.treaty.consumer.fleettracking.SamsaraExamples.withoutToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Forbidden;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.InvalidToken;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.TooManyRequests;
import dev.treaty.consumer.fleettracking.connection.SamsaraException.Unavailable;
import dev.treaty.consumer.fleettracking.connection.SamsaraToken;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can happen to any request. */
@Recording
class RefusalsPactTest {

    private static final SamsaraToken REVOKED = new SamsaraToken("samsara_api_revoked");
    private static final String PATH = "/fleet/vehicles/" + VEHICLE;

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact tokenIsRevoked(PactDslWithProvider samsara) {
        return withoutToken(
                        samsara.given("a token is revoked", Map.of("token", REVOKED.value()))
                                .uponReceiving("a request for a vehicle with a revoked token"),
                        "GET",
                        PATH)
                .headers(Map.of("Authorization", "Bearer " + REVOKED.value()))
                .willRespondWith()
                .status(401)
                .body(error("Invalid token."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenIsRevoked")
    void a_revoked_token_is_not_shown(MockServer samsara) {
        var vehicles = at(URI.create(samsara.getUrl()), REVOKED).vehicles();

        assertThatThrownBy(() -> vehicles.find(VEHICLE))
                .isInstanceOf(InvalidToken.class)
                .hasMessageStartingWith("Samsara does not accept the API token (HTTP 401).")
                .hasMessageNotContaining(REVOKED.value());
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact tokenLacksScope(PactDslWithProvider samsara) {
        return request(
                        samsara.given("the token lacks a scope", Map.of("scope", "Read Routes"))
                                .uponReceiving("a request for a route with a token that lacks the scope"),
                        "GET",
                        "/fleet/routes/" + ROUTE)
                .willRespondWith()
                .status(403)
                .body(error("The token lacks the scope Read Routes."))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenLacksScope")
    void a_token_without_the_scope_is_forbidden(MockServer samsara) {
        var routes = at(samsara).routes();

        assertThatThrownBy(() -> routes.find(ROUTE))
                .isInstanceOf(Forbidden.class)
                .hasMessage("""
                The API token may not do this (HTTP 403): The token lacks the scope Read Routes.
                  where: GET %s/fleet/routes/342341
                  fix:   add the scope that Samsara's documentation names for this request to the token""".formatted(samsara.getUrl()));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact tooManyRequests(PactDslWithProvider samsara) {
        return request(
                        samsara.given("the rate limit is exceeded", Map.of("retryAfterSeconds", 2.40235))
                                .uponReceiving("a request for a vehicle when the rate limit is exceeded"),
                        "GET",
                        PATH)
                .willRespondWith()
                .status(429)
                .matchHeader("Retry-After", "\\d+(\\.\\d+)?", "2.40235")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tooManyRequests")
    void too_many_requests_say_to_the_fraction_of_a_second_when_to_try_again(MockServer samsara) {
        var vehicles = at(samsara).vehicles();

        var refused = catchThrowableOfType(TooManyRequests.class, () -> vehicles.find(VEHICLE));

        assertThat(refused.retryAfter().notBefore()).isEqualTo(Examples.NOW.plusNanos(2_402_350_000L));
    }

    @Pact(consumer = "fleet-tracking", provider = "samsara")
    V4Pact samsaraIsUnavailable(PactDslWithProvider samsara) {
        return request(
                        samsara.given("the service is unavailable", Map.of("status", 503))
                                .uponReceiving("a request for a vehicle while the service is unavailable"),
                        "GET",
                        PATH)
                .willRespondWith()
                .status(503)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "samsaraIsUnavailable")
    void a_failing_service_is_unavailable(MockServer samsara) {
        var vehicles = at(samsara).vehicles();

        assertThatThrownBy(() -> vehicles.find(VEHICLE))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Samsara failed (HTTP 503).");
    }
}
