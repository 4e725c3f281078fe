package dev.treaty.consumer.environmentconsole;

import static dev.treaty.consumer.environmentconsole.ClonerContract.problem;
import static dev.treaty.consumer.environmentconsole.ExampleData.EXPIRED;
import static dev.treaty.consumer.environmentconsole.ExampleData.PRODUCTION;
import static dev.treaty.consumer.environmentconsole.ExampleData.PROFILE;
import static dev.treaty.consumer.environmentconsole.ExampleData.TEST;
import static dev.treaty.consumer.environmentconsole.ExampleData.TRAINING;
import static dev.treaty.consumer.environmentconsole.ExampleData.VIEWER;
import static dev.treaty.consumer.environmentconsole.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.environmentconsole.clones.CloneOptions;
import dev.treaty.consumer.environmentconsole.connection.ProblemType;
import dev.treaty.consumer.environmentconsole.connection.Refused;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may do what: a viewer may look, an operator may clone, cancel and restore. */
@Recording
class AccessPactTest {

    private static final UUID ATTEMPT = UUID.fromString("00000000-0000-4000-8000-000000000053");
    private static final String UUID_REGEX = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private static final CloneOptions RESERVATIONS = new CloneOptions(
            PRODUCTION, TRAINING, List.of("reservations"), Optional.of(PROFILE), true, true, Optional.empty());

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact withoutToken(PactDslWithProvider cloner) {
        return cloner.given("environments exist", Map.of("ids", List.of(PRODUCTION, TRAINING, TEST)))
                .uponReceiving("a request for the environments without an access token")
                .method("GET")
                .path("/environments")
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .headers(Map.of("WWW-Authenticate", "Bearer realm=\"treaty\""))
                .body(Problem.body("https://treaty.dev/problems/token-missing", 401, "The request has no access token"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "withoutToken")
    void somebody_without_a_token_sees_nothing(MockServer cloner) {
        var environments = at(cloner, Optional.empty()).environments();

        assertThatThrownBy(environments::list).isInstanceOf(Refused.class).hasMessage("""
                The request has no access token.
                  where: GET /environments
                  fix:   set ENVIRONMENT_CLONER_TOKEN to an access token""");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact tokenHasExpired(PactDslWithProvider cloner) {
        return cloner.given("an access token has expired", Map.of("user", "usr_42"))
                .uponReceiving("a request for the environments with an expired access token")
                .method("GET")
                .path("/environments")
                .headerFromProviderState("Authorization", "Bearer ${accessToken}", ExampleData.bearer(EXPIRED))
                .willRespondWith()
                .status(401)
                .headers(Problem.HEADERS)
                .headers(Map.of("WWW-Authenticate", "Bearer realm=\"treaty\", error=\"invalid_token\""))
                .body(Problem.body("https://treaty.dev/problems/token-expired", 401, "The access token has expired"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenHasExpired")
    void an_expired_token_must_be_replaced(MockServer cloner) {
        var environments = at(cloner, Optional.of(EXPIRED)).environments();

        assertThatThrownBy(environments::list).isInstanceOf(Refused.class).hasMessage("""
                The access token has expired.
                  where: GET /environments
                  fix:   set ENVIRONMENT_CLONER_TOKEN to a new access token""");
    }

    @Pact(consumer = ClonerContract.CONSUMER, provider = ClonerContract.PROVIDER)
    V4Pact viewerClones(PactDslWithProvider cloner) {
        return ClonerContract.authorized(
                        ProviderStates.viewer(cloner)
                                .given("environments exist", Map.of("ids", List.of(PRODUCTION, TRAINING, TEST)))
                                .uponReceiving("a request of a viewer to clone")
                                .method("POST")
                                .path("/clones"),
                        VIEWER)
                .headers(ClonerContract.JSON)
                .matchHeader("Idempotency-Key", UUID_REGEX, ATTEMPT.toString())
                .body(CloneBody.exactly(RESERVATIONS))
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(problem(
                        "role-too-low",
                        403,
                        "Your role does not permit this",
                        "A viewer may look, but not clone",
                        "ask an operator"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "viewerClones")
    void a_viewer_may_not_clone(MockServer cloner) {
        var clones = at(cloner, Optional.of(VIEWER)).clones();

        assertThatThrownBy(() -> clones.start(RESERVATIONS, ATTEMPT))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo(ProblemType.ROLE_TOO_LOW));
    }
}
