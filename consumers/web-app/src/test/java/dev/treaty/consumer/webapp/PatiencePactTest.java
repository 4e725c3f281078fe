package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_CREDENTIALS;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.HASTY_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import dev.treaty.consumer.webapp.connection.RateLimit;
import dev.treaty.consumer.webapp.connection.ServiceUnavailable;
import dev.treaty.consumer.webapp.connection.TooManyRequests;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class PatiencePactTest {

    private static final String SECONDS = "[1-9]\\d*";
    private static final String LOCKED_EMAIL = "locked@example.org";
    private static final String UNREACHABLE_WORKSPACE = "ws_503";

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact rateLimitIsReached(PactDslWithProvider gateway) {
        return gateway.given("a user is signed in", Map.of("id", "usr_hasty"))
                .given(
                        "a user has exhausted a rate limit",
                        Map.of("user", "usr_hasty", "policy", "default", "quota", 100, "window", 60))
                .uponReceiving("a request from a user who has exhausted a rate limit")
                .method("GET")
                .path("/v1/workspaces")
                .matchQuery("limit", "[1-9]\\d{0,2}", "2")
                .headerFromProviderState(
                        "Authorization", GatewayContract.TOKEN, BearerHeader.header(HASTY_SESSION.accessToken()))
                .willRespondWith()
                .status(429)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", SECONDS, "30")
                .matchHeader("RateLimit-Policy", "\"default\";q=\\d+;w=\\d+", "\"default\";q=100;w=60")
                .matchHeader("RateLimit", "\"default\";r=0;t=\\d+", "\"default\";r=0;t=30")
                .body(GatewayContract.problem("too-many-requests", 429, "Too many requests"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "rateLimitIsReached")
    void a_refusal_contains_the_rate_limit_and_how_long_to_wait(MockServer gateway) {
        var workspaces = at(gateway).workspaces(HASTY_SESSION);

        var refusal = catchThrowableOfType(TooManyRequests.class, () -> workspaces.all(2));

        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(30));
        assertThat(refusal.rateLimit())
                .contains(new RateLimit("default", 100, Duration.ofSeconds(60), 0, Duration.ofSeconds(30)));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact signInIsBlocked(PactDslWithProvider gateway) {
        return gateway.given("a user has no sign-in attempts left", Map.of("email", LOCKED_EMAIL))
                .uponReceiving("a request to sign in after too many attempts")
                .method("POST")
                .path("/v1/sessions")
                .headers(GatewayContract.JSON)
                .body(newJsonBody(credentials -> {
                            credentials.stringValue("email", LOCKED_EMAIL);
                            credentials.stringType("password", ADAS_CREDENTIALS.password());
                        })
                        .build())
                .willRespondWith()
                .status(429)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", SECONDS, "30")
                .body(GatewayContract.problem("too-many-requests", 429, "Too many attempts"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "signInIsBlocked")
    void guessing_a_password_is_slowed_down(MockServer gateway) {
        var accounts = at(gateway).accounts();
        var credentials = new Credentials(LOCKED_EMAIL, ADAS_CREDENTIALS.password());

        assertThatThrownBy(() -> accounts.signIn(credentials))
                .isInstanceOf(TooManyRequests.class)
                .hasMessage("""
                        The gateway has received too many requests.
                          where: POST /v1/sessions
                          fix:   call again in 30 s""");
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact serviceIsDown(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .given("a service is unavailable", Map.of("service", "workspace-service", "wait", 5))
                .uponReceiving("a request for a workspace while the workspace service is unavailable")
                .method("GET")
                .path("/v1/workspaces/" + UNREACHABLE_WORKSPACE)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(503)
                .headers(Problem.HEADERS)
                .matchHeader("Retry-After", SECONDS, "5")
                .body(GatewayContract.problem("service-unavailable", 503, "A service is down"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "serviceIsDown")
    void an_unavailable_service_comes_with_the_time_to_wait(MockServer gateway) {
        var workspaces = at(gateway).workspaces(ADAS_SESSION);

        var refusal = catchThrowableOfType(ServiceUnavailable.class, () -> workspaces.find(UNREACHABLE_WORKSPACE));

        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(5));
        assertThat(refusal).hasMessage("""
                The gateway, or a service behind it, is down.
                  where: GET /v1/workspaces/ws_503
                  fix:   call again in 5 s""");
    }
}
