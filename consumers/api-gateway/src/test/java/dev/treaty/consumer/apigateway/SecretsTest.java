package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.Credentials;
import dev.treaty.consumer.apigateway.auth.NewUser;
import dev.treaty.consumer.apigateway.auth.Password;
import dev.treaty.consumer.apigateway.auth.RefreshToken;
import dev.treaty.consumer.apigateway.auth.Session;
import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceRequest;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static final RequestId REQUEST = new RequestId("req-00000042");

    @Test
    void nothing_that_holds_a_secret_shows_it() {
        var session =
                new Session(new AccessToken("s3cret"), new RefreshToken("s3cret"), "Bearer", Duration.ofMinutes(15));

        assertThat(session)
                .hasToString("Session[accessToken=AccessToken[not shown], refreshToken=RefreshToken[not shown],"
                        + " tokenType=Bearer, expiresIn=PT15M]");
        assertThat(new Credentials("ada@example.org", new Password("s3cret")))
                .hasToString("Credentials[email=ada@example.org, password=Password[not shown]]");
        assertThat(new NewUser("ada@example.org", new Password("s3cret"), "Ada"))
                .hasToString("NewUser[email=ada@example.org, password=Password[not shown], name=Ada]");
        assertThat(new Caller(REQUEST, new AccessToken("s3cret")))
                .hasToString("Caller[requestId=RequestId[value=req-00000042], accessToken=AccessToken[not shown]]");
    }

    @Test
    void a_call_on_its_way_shows_neither_its_token_nor_its_body() {
        var call = ServiceRequest.post("/sessions/refresh", REQUEST)
                .as(new AccessToken("s3cret"))
                .json(new RefreshToken("s3cret"));

        assertThat(call).hasToString("POST /sessions/refresh, request req-00000042");
    }

    @Test
    void a_token_that_is_invalid_in_a_header_is_refused_without_being_quoted() {
        assertThatThrownBy(() -> new AccessToken("s3cret\r\nX-Role: admin"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        An access token has characters that are not allowed (it is not shown here).
                          where: the caller's Authorization header
                          fix:   refuse the caller with 401; RFC 6750, section 2.1 has the syntax""");
    }

    @Test
    void a_password_in_a_services_address_is_refused_without_being_quoted() {
        var address = URI.create("http://gateway:s3cret@auth.internal:8081");

        assertThatThrownBy(() -> new AuthService(address, TIMEOUTS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        auth-service has an address that is not a plain http or https URL (not shown, because it may contain a password).
                          where: the gateway's configuration
                          fix:   write it like http://auth.internal:8081, without user, password and query""");
    }
}
