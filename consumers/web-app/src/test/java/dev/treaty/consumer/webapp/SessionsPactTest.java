package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.EXPIRED_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class SessionsPactTest {

    private static final Session NEXT_SESSION =
            new Session(ADAS_SESSION.accessToken(), "refresh-43", Duration.ofMinutes(15));

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userSignsIn(PactDslWithProvider gateway) {
        return gateway.given("a user is registered", registered())
                .uponReceiving("a request to sign in")
                .method("POST")
                .path("/v1/sessions")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(credentials -> {
                            credentials.stringMatcher("email", GatewayContract.EMAIL, ADA.email());
                            credentials.stringType("password", ADAS_CREDENTIALS.password());
                        })
                        .build())
                .willRespondWith()
                .status(201)
                .body(grant(ADAS_SESSION))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userSignsIn")
    void a_user_signs_in(MockServer gateway) {
        assertThat(at(gateway).accounts().signIn(ADAS_CREDENTIALS)).isEqualTo(new SignInResult.SignedIn(ADAS_SESSION));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact passwordIsWrong(PactDslWithProvider gateway) {
        return gateway.given("a user is registered", registered())
                .uponReceiving("a request to sign in with a wrong password")
                .method("POST")
                .path("/v1/sessions")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(credentials -> {
                            credentials.stringMatcher("email", GatewayContract.EMAIL, ADA.email());
                            credentials.stringValue("password", "wrong password");
                        })
                        .build())
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .headers(Map.of("WWW-Authenticate", GatewayContract.CHALLENGE))
                .body(GatewayContract.problem("wrong-credentials", 401, "The e-mail address or the password is wrong"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "passwordIsWrong")
    void a_wrong_password_is_a_result_and_not_an_error(MockServer gateway) {
        var credentials = new Credentials(ADA.email(), "wrong password");

        assertThat(at(gateway).accounts().signIn(credentials)).isEqualTo(new SignInResult.WrongCredentials());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact sessionIsRefreshed(PactDslWithProvider gateway) {
        return gateway.given("a session is open", session())
                .uponReceiving("a request to refresh a session")
                .method("POST")
                .path("/v1/sessions/refresh")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(body -> body.valueFromProviderState(
                                "refreshToken", "${refreshToken}", ADAS_SESSION.refreshToken()))
                        .build())
                .willRespondWith()
                .status(200)
                .body(grant(NEXT_SESSION))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sessionIsRefreshed")
    void a_session_is_refreshed(MockServer gateway) {
        assertThat(at(gateway).accounts().refresh(ADAS_SESSION)).isEqualTo(new RefreshResult.Renewed(NEXT_SESSION));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact refreshTokenIsRevoked(PactDslWithProvider gateway) {
        return gateway.given(
                        "a refresh token has been revoked",
                        Map.of("user", ADA.id(), "refreshToken", EXPIRED_SESSION.refreshToken()))
                .uponReceiving("a request to refresh a session with a revoked refresh token")
                .method("POST")
                .path("/v1/sessions/refresh")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(body -> body.stringValue("refreshToken", EXPIRED_SESSION.refreshToken()))
                        .build())
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .headers(Map.of("WWW-Authenticate", GatewayContract.INVALID_TOKEN))
                .body(GatewayContract.problem("refresh-token-revoked", 401, "The session has ended"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "refreshTokenIsRevoked")
    void a_revoked_refresh_token_requires_signing_in_again(MockServer gateway) {
        assertThat(at(gateway).accounts().refresh(EXPIRED_SESSION)).isEqualTo(new RefreshResult.Revoked());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userSignsOut(PactDslWithProvider gateway) {
        return gateway.given("a session is open", session())
                .uponReceiving("a request to sign out")
                .method("POST")
                .path("/v1/sessions/revoke")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(body -> body.valueFromProviderState(
                                "refreshToken", "${refreshToken}", ADAS_SESSION.refreshToken()))
                        .build())
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userSignsOut")
    void a_user_signs_out(MockServer gateway) {
        at(gateway).accounts().signOut(ADAS_SESSION);
    }

    private static Map<String, Object> registered() {
        return Map.of(
                "id", ADA.id(), "email", ADA.email(), "name", ADA.name(), "password", ADAS_CREDENTIALS.password());
    }

    private static Map<String, Object> session() {
        return Map.of("user", ADA.id(), "refreshToken", ADAS_SESSION.refreshToken());
    }

    private static DslPart grant(Session session) {
        return newJsonBody(grant -> {
                    grant.stringMatcher("accessToken", Examples.JWT_REGEX, session.accessToken());
                    grant.stringType("refreshToken", session.refreshToken());
                    grant.stringValue("tokenType", "Bearer");
                    grant.integerType("expiresIn", (int) session.expiresIn().toSeconds());
                })
                .build();
    }
}
