package dev.treaty.consumer.apigateway.auth;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.at;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.identified;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.json;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonBody;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

@Recording
class SignInPactTest {

    private static final String PASSWORD = "correct horse battery staple";
    private static final ClientAddress CLIENT = new ClientAddress("203.0.113.7");
    private static final Map<String, Object> ADA =
            Map.of("id", "usr_42", "email", "ada@example.org", "name", "Ada Lovelace", "password", PASSWORD);

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact personSignsIn(PactDslWithProvider authService) {
        return signIn(authService.given("a user is registered", ADA), "a request to sign in", credentials -> {
                    credentials.stringMatcher("email", ".+@.+", "ada@example.org");
                    credentials.stringType("password", PASSWORD);
                })
                .willRespondWith()
                .status(201)
                .body(SessionBody.example())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "personSignsIn")
    void signing_in_opens_a_session(MockServer authService) {
        var session = successOf(signIn(authService, "ada@example.org", PASSWORD));

        assertThat(session)
                .isEqualTo(new Session(
                        CALLER.accessToken(), new RefreshToken("refresh-43"), "Bearer", Duration.ofMinutes(15)));
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact passwordIsWrong(PactDslWithProvider authService) {
        var request = signIn(
                authService.given("a user is registered", ADA), "a request to sign in with a wrong password", ada -> {
                    ada.stringMatcher("email", ".+@.+", "ada@example.org");
                    ada.stringValue("password", "wrong password");
                });
        return wrongCredentials(request);
    }

    @Test
    @PactTestFor(pactMethod = "passwordIsWrong")
    void a_wrong_password_is_refused_with_a_challenge(MockServer authService) {
        assertThat(refusalOf(signIn(authService, "ada@example.org", "wrong password")))
                .returns(401, Problem::status)
                .returns(type("wrong-credentials"), Problem::type)
                .returns(Optional.of("Bearer realm=\"treaty\""), Problem::challenge);
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact emailIsUnknown(PactDslWithProvider authService) {
        var request = signIn(
                authService.given("no user is registered", Map.of("email", "nobody@example.org")),
                "a request to sign in with an unknown email address",
                unknown -> {
                    unknown.stringValue("email", "nobody@example.org");
                    unknown.stringType("password", PASSWORD);
                });
        return wrongCredentials(request);
    }

    @Test
    @PactTestFor(pactMethod = "emailIsUnknown")
    void an_unknown_e_mail_address_is_refused_just_as_a_wrong_password_is(MockServer authService) {
        assertThat(refusalOf(signIn(authService, "nobody@example.org", PASSWORD)))
                .returns(401, Problem::status)
                .returns(type("wrong-credentials"), Problem::type)
                .returns(Optional.of("Bearer realm=\"treaty\""), Problem::challenge);
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact attemptsAreTooMany(PactDslWithProvider authService) {
        var request = signIn(
                authService.given("a user has no sign-in attempts left", Map.of("email", "locked@example.org")),
                "a request to sign in after too many attempts",
                locked -> {
                    locked.stringValue("email", "locked@example.org");
                    locked.stringType("password", PASSWORD);
                });
        return refusal(request, 429, "too-many-requests", "Too many attempts to sign in")
                .matchHeader("Retry-After", "[1-9]\\d*", "30")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "attemptsAreTooMany")
    void too_many_attempts_are_refused_with_the_time_to_wait(MockServer authService) {
        assertThat(refusalOf(signIn(authService, "locked@example.org", PASSWORD)))
                .returns(429, Problem::status)
                .returns(type("too-many-requests"), Problem::type)
                .returns(Optional.of("30"), Problem::retryAfter);
    }

    private static PactDslRequestWithPath signIn(
            PactDslWithState state, String description, Consumer<LambdaDslJsonBody> credentials) {
        return json(
                identified(state.uponReceiving(description).method("POST").path("/sessions"))
                        .matchHeader("X-Forwarded-For", "[0-9A-Fa-f.:]+", CLIENT.value()),
                newJsonBody(credentials).build());
    }

    private static V4Pact wrongCredentials(PactDslRequestWithPath request) {
        return refusal(request, 401, "wrong-credentials", "The e-mail address or the password is wrong")
                .matchHeader("WWW-Authenticate", "Bearer .+", "Bearer realm=\"treaty\"")
                .toPact(V4Pact.class);
    }

    private static ServiceResponse<Session> signIn(MockServer authService, String email, String password) {
        return new AuthService(at(authService), TIMEOUTS)
                .signIn(new Credentials(email, new Password(password)), Optional.of(CLIENT), CALLER.requestId());
    }
}
