package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.webapp.connection.UnexpectedResponse;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class UnexpectedResponseTest {

    @Test
    void a_status_that_the_contract_does_not_know_is_named() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(418, Map.of(), "")) {
            assertThatWhoAmI(gateway).isInstanceOf(UnexpectedResponse.class).hasMessage("""
                            The gateway's response with status 418 is unexpected: this call does not expect the status.
                              where: GET /v1/me
                              fix:   compare the response with pacts/web-app-api-gateway.json""");
        }
    }

    @Test
    void a_page_from_a_proxy_is_not_mistaken_for_a_response() throws IOException {
        try (var proxy =
                GatewayStandIn.respondingWith(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>")) {
            assertThatWhoAmI(proxy)
                    .hasMessageStartingWith(
                            "The gateway's response with status 200 is unexpected: its body is not JSON.");
        }
    }

    @Test
    void a_member_that_is_missing_is_named() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith("{\"id\": \"usr_42\", \"email\": \"ada@example.com\"}")) {
            assertThatWhoAmI(gateway)
                    .hasMessageStartingWith(
                            "The gateway's response with status 200 is unexpected: it has no text \"name\".");
        }
    }

    @Test
    void an_additional_member_is_ignored() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(
                "{\"id\": \"usr_42\", \"email\": \"ada@example.com\", \"name\": \"Ada\", \"theme\": [1]}")) {
            assertThat(gateway.client().accounts().whoAmI(ADAS_SESSION))
                    .isEqualTo(new User("usr_42", "ada@example.com", "Ada"));
        }
    }

    @Test
    void a_refusal_without_a_challenge_does_not_come_from_the_gateway() throws IOException {
        try (var proxy = GatewayStandIn.respondingWith(401, Map.of("WWW-Authenticate", "Basic realm=\"proxy\""), "")) {
            assertThatWhoAmI(proxy)
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessageStartingWith(
                            "The gateway's response with status 401 is unexpected: it has no challenge for bearer tokens.");
        }
    }

    @Test
    void a_token_of_another_type_is_not_used() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(
                201,
                Map.of("Content-Type", "application/json"),
                "{\"accessToken\": \"a\", \"refreshToken\": \"r\", \"tokenType\": \"DPoP\", \"expiresIn\": 900}")) {
            var accounts = gateway.client().accounts();

            assertThatThrownBy(() -> accounts.signIn(ADAS_CREDENTIALS))
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessageStartingWith(
                            "The gateway's response with status 201 is unexpected: it has no token type \"Bearer\".");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertThatWhoAmI(GatewayStandIn gateway) {
        var accounts = gateway.client().accounts();
        return assertThatThrownBy(() -> accounts.whoAmI(ADAS_SESSION));
    }
}
