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
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.dsl.PactDslWithState;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class SessionPactTest {

    private static final String INVALID_TOKEN = "Bearer realm=\"treaty\", error=\"invalid_token\"";

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact sessionIsRefreshed(PactDslWithProvider authService) {
        var request =
                post(sessionIsOpen(authService), "a request to refresh a session", "/sessions/refresh", openToken());
        return request.willRespondWith().status(200).body(SessionBody.example()).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sessionIsRefreshed")
    void refreshing_returns_two_new_tokens(MockServer authService) {
        var session = successOf(service(authService).refresh(new RefreshToken("refresh-42"), CALLER.requestId()));

        assertThat(session.accessToken()).isEqualTo(CALLER.accessToken());
        assertThat(session.refreshToken()).isEqualTo(new RefreshToken("refresh-43"));
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact refreshTokenIsRevoked(PactDslWithProvider authService) {
        var request = post(
                refreshTokenHasBeenRevoked(authService),
                "a request to refresh a session with a revoked refresh token",
                "/sessions/refresh",
                revokedToken());
        return refusal(request, 401, "refresh-token-revoked", "The session has ended")
                .matchHeader("WWW-Authenticate", "Bearer .*error=\"invalid_token\".*", INVALID_TOKEN)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "refreshTokenIsRevoked")
    void a_revoked_refresh_token_is_refused_with_a_challenge(MockServer authService) {
        var response = service(authService).refresh(new RefreshToken("refresh-revoked"), CALLER.requestId());

        assertThat(refusalOf(response))
                .returns(401, Problem::status)
                .returns(type("refresh-token-revoked"), Problem::type)
                .returns(Optional.of(INVALID_TOKEN), Problem::challenge);
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact sessionIsEnded(PactDslWithProvider authService) {
        return post(sessionIsOpen(authService), "a request to end a session", "/sessions/revoke", openToken())
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sessionIsEnded")
    void a_session_is_ended(MockServer authService) {
        var response = service(authService).revoke(new RefreshToken("refresh-42"), CALLER.requestId());

        assertThat(successOf(response)).isEqualTo(new NoContent());
    }

    @Pact(consumer = "api-gateway", provider = "auth-service")
    V4Pact sessionIsEndedAgain(PactDslWithProvider authService) {
        var request = post(
                refreshTokenHasBeenRevoked(authService),
                "a request to end a session that has already ended",
                "/sessions/revoke",
                revokedToken());
        return request.willRespondWith().status(204).toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "sessionIsEndedAgain")
    void ending_a_session_twice_is_harmless(MockServer authService) {
        var response = service(authService).revoke(new RefreshToken("refresh-revoked"), CALLER.requestId());

        assertThat(successOf(response)).isEqualTo(new NoContent());
    }

    private static PactDslWithState sessionIsOpen(PactDslWithProvider authService) {
        return authService.given("a session is open", Map.of("user", "usr_42", "refreshToken", "refresh-42"));
    }

    private static PactDslWithState refreshTokenHasBeenRevoked(PactDslWithProvider authService) {
        return authService.given(
                "a refresh token has been revoked", Map.of("user", "usr_42", "refreshToken", "refresh-revoked"));
    }

    /** A verification of a service that generates its own tokens may let the state return the {@code refreshToken} to use. */
    private static DslPart openToken() {
        return newJsonBody(token -> token.valueFromProviderState("refreshToken", "${refreshToken}", "refresh-42"))
                .build();
    }

    private static DslPart revokedToken() {
        return newJsonBody(token -> token.stringValue("refreshToken", "refresh-revoked"))
                .build();
    }

    private static PactDslRequestWithPath post(PactDslWithState state, String description, String path, DslPart body) {
        return json(identified(state.uponReceiving(description).method("POST").path(path)), body);
    }

    private static AuthService service(MockServer authService) {
        return new AuthService(at(authService), TIMEOUTS);
    }
}
