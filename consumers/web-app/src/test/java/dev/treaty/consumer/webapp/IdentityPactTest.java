package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.EXPIRED_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.webapp.connection.SessionExpired;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class IdentityPactTest {

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userAsksWhoTheyAre(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .uponReceiving("a request for the signed-in user")
                .method("GET")
                .path("/v1/me")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(GatewayContract.user(ADA))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userAsksWhoTheyAre")
    void the_gateway_knows_who_is_signed_in(MockServer gateway) {
        assertThat(at(gateway).accounts().whoAmI(ADAS_SESSION)).isEqualTo(ADA);
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact accessTokenHasExpired(PactDslWithProvider gateway) {
        return gateway.given("an access token has expired", Map.of("user", ADA.id()))
                .uponReceiving("a request for the signed-in user with an expired access token")
                .method("GET")
                .path("/v1/me")
                .headerFromProviderState(
                        "Authorization", GatewayContract.TOKEN, BearerHeader.header(EXPIRED_SESSION.accessToken()))
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .headers(Map.of("WWW-Authenticate", GatewayContract.INVALID_TOKEN))
                .body(GatewayContract.problem("token-expired", 401, "The access token has expired"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "accessTokenHasExpired")
    void an_expired_access_token_requires_a_refresh(MockServer gateway) {
        var accounts = at(gateway).accounts();

        assertThatThrownBy(() -> accounts.whoAmI(EXPIRED_SESSION))
                .isInstanceOf(SessionExpired.class)
                .hasMessage("""
                        The session's access token is no longer accepted.
                          where: GET /v1/me
                          fix:   refresh the session and call again""");
    }
}
