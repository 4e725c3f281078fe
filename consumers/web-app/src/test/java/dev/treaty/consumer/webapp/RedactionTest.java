package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.Cast.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.Cast.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionTest {

    @Test
    void a_session_tells_none_of_its_tokens() {
        assertThat(new SignIn.SignedIn(ADAS_SESSION))
                .hasToString("SignedIn[session=Session[accessToken=redacted, refreshToken=redacted, expiresIn=PT15M]]");
    }

    @Test
    void credentials_do_not_tell_the_password() {
        assertThat(ADAS_CREDENTIALS).hasToString("Credentials[email=ada@example.org, password=redacted]");
    }

    @Test
    void a_call_tells_neither_token_nor_query_nor_body() {
        var call = Call.post("/v1/sessions?from=mail", Map.of("password", ADAS_CREDENTIALS.password()))
                .as(ADAS_SESSION);

        assertThat(call).hasToString("POST /v1/sessions");
    }
}
