package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.Cast.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.Cast.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class UnexpectedAnswerTest {

    @Test
    void a_status_that_the_contract_does_not_know_is_named() throws IOException {
        try (var gateway = CannedGateway.answering(418, Map.of(), "")) {
            assertThatWhoAmI(gateway).isInstanceOf(UnexpectedAnswer.class).hasMessage("""
                            The gateway answered 418, which means nothing to this call.
                              where: GET /v1/me
                              fix:   compare what it does with what pacts/web-app-api-gateway.json says""");
        }
    }

    @Test
    void a_page_of_a_proxy_is_not_taken_for_an_answer() throws IOException {
        try (var proxy = CannedGateway.answering(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>")) {
            assertThatWhoAmI(proxy).hasMessageStartingWith("The gateway answered 200, whose body is not JSON.");
        }
    }

    @Test
    void a_member_that_is_missing_is_named() throws IOException {
        try (var gateway = CannedGateway.answering("{\"id\": \"usr_42\", \"email\": \"ada@example.com\"}")) {
            assertThatWhoAmI(gateway).hasMessageStartingWith("The gateway answered 200, without the text \"name\".");
        }
    }

    @Test
    void a_member_that_nobody_asked_for_does_no_harm() throws IOException {
        try (var gateway = CannedGateway.answering(
                "{\"id\": \"usr_42\", \"email\": \"ada@example.com\", \"name\": \"Ada\", \"theme\": [1]}")) {
            assertThat(gateway.client().accounts().whoAmI(ADAS_SESSION))
                    .isEqualTo(new User("usr_42", "ada@example.com", "Ada"));
        }
    }

    @Test
    void a_refusal_without_a_challenge_does_not_come_from_the_gateway() throws IOException {
        try (var proxy = CannedGateway.answering(401, Map.of("WWW-Authenticate", "Basic realm=\"proxy\""), "")) {
            assertThatWhoAmI(proxy)
                    .isInstanceOf(UnexpectedAnswer.class)
                    .hasMessageStartingWith("The gateway answered 401, without a challenge for bearer tokens.");
        }
    }

    @Test
    void a_token_of_another_type_is_not_used() throws IOException {
        try (var gateway = CannedGateway.answering(
                201,
                Map.of("Content-Type", "application/json"),
                "{\"accessToken\": \"a\", \"refreshToken\": \"r\", \"tokenType\": \"DPoP\", \"expiresIn\": 900}")) {
            var accounts = gateway.client().accounts();

            assertThatThrownBy(() -> accounts.signIn(ADAS_CREDENTIALS))
                    .isInstanceOf(UnexpectedAnswer.class)
                    .hasMessageStartingWith("The gateway answered 201, without the token type \"Bearer\".");
        }
    }

    private static AbstractThrowableAssert<?, ?> assertThatWhoAmI(CannedGateway gateway) {
        var accounts = gateway.client().accounts();
        return assertThatThrownBy(() -> accounts.whoAmI(ADAS_SESSION));
    }
}
