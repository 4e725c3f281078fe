package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.webapp.connection.GatewayRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void a_session_shows_none_of_its_tokens() {
        assertThat(new SignInResult.SignedIn(ADAS_SESSION))
                .hasToString("SignedIn[session=Session[accessToken=redacted, refreshToken=redacted, expiresIn=PT15M]]");
    }

    @Test
    void credentials_do_not_show_the_password() {
        assertThat(ADAS_CREDENTIALS).hasToString("Credentials[email=ada@example.org, password=redacted]");
    }

    @Test
    void a_request_shows_neither_token_nor_query_nor_body() {
        var call = GatewayRequest.post("/v1/sessions?from=mail", Map.of("password", ADAS_CREDENTIALS.password()))
                .withToken(ADAS_SESSION.accessToken());

        assertThat(call).hasToString("POST /v1/sessions");
    }
}
