package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.treaty.consumer.apigateway.http.Timeouts;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Each test has a workspace, and so a path, of its own: what is wrong there is wrong nowhere else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedCallsTest {

    private static final ResponseDefinitionBuilder FAILS = aResponse().withStatus(500);
    private static final ResponseDefinitionBuilder HANGS_UP = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    private static final ResponseDefinitionBuilder IS_SLOW = aResponse().withFixedDelay(20_000);

    private final StubbedServices services = StubbedServices.start();

    @AfterAll
    void stop() {
        services.close();
    }

    @Test
    void reading_is_repeated_and_the_caller_notices_nothing() {
        services.answers(any(urlPathEqualTo("/workspace-service/workspaces/ws_once"))
                .inScenario("once")
                .whenScenarioStateIs(STARTED)
                .willReturn(FAILS)
                .willSetStateTo("over"));

        try (var gateway = TestGateway.start(services.settings())) {
            gateway.user("usr_42").get("/v1/workspaces/ws_once").then().statusCode(200);
        }

        assertThat(calls("/workspaces/ws_once")).isEqualTo(2);
    }

    @Test
    void reading_is_repeated_only_once() {
        has("/workspaces/ws_bad", FAILS);

        ask(gateway -> gateway.get("/v1/workspaces/ws_bad")).statusCode(503).header("Retry-After", "5");

        assertThat(calls("/workspaces/ws_bad")).isEqualTo(2);
    }

    @Test
    void nothing_is_repeated_against_a_service_that_asks_for_rest() {
        has("/workspaces/ws_busy", aResponse().withStatus(503).withHeader("Retry-After", "17"));

        ask(gateway -> gateway.get("/v1/workspaces/ws_busy")).statusCode(503).header("Retry-After", "17");

        assertThat(calls("/workspaces/ws_busy")).isEqualTo(1);
    }

    @Test
    void creating_is_repeated_because_its_key_makes_it_happen_once() {
        has("/workspaces", FAILS);

        ask(gateway -> gateway.contentType("application/json")
                        .header("Idempotency-Key", "key-1")
                        .body(Map.of("name", "Harvest"))
                        .post("/v1/workspaces"))
                .statusCode(503);

        assertThat(services.asked(anyRequestedFor(urlPathEqualTo("/workspace-service/workspaces"))))
                .hasSize(2)
                .allMatch(call -> call.getHeader("Idempotency-Key").equals("key-1"));
    }

    @Test
    void renaming_is_never_repeated_and_who_asked_is_not_told_to_repeat_it() {
        has("/workspaces/ws_gone", HANGS_UP);

        var answer = ask(gateway -> gateway.contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Vintage"))
                .patch("/v1/workspaces/ws_gone"));

        answer.statusCode(502).body("type", endsWith("/outcome-unknown"));
        assertThat(answer.extract().header("Retry-After")).isNull();
        assertThat(calls("/workspaces/ws_gone")).isEqualTo(1);
    }

    @Test
    void inviting_is_never_repeated() {
        has("/workspaces/ws_42/members", FAILS);

        ask(gateway -> gateway.contentType("application/json")
                        .body(Map.of("email", "grace@example.org", "role", "editor"))
                        .post("/v1/workspaces/ws_42/members"))
                .statusCode(503);

        assertThat(calls("/workspaces/ws_42/members")).isEqualTo(1);
    }

    @Test
    void deleting_that_takes_too_long_is_not_repeated_and_its_outcome_is_unknown() {
        has("/workspaces/ws_slow1", IS_SLOW);

        ask(
                        Duration.ofSeconds(10),
                        gateway -> gateway.header("If-Match", "\"1\"").delete("/v1/workspaces/ws_slow1"))
                .statusCode(504)
                .body("type", endsWith("/outcome-unknown"));

        assertThat(calls("/workspaces/ws_slow1")).isEqualTo(1);
    }

    @Test
    void reading_that_takes_too_long_is_repeated_only_while_the_caller_has_patience() {
        has("/workspaces/ws_slow2", IS_SLOW);
        has("/workspaces/ws_slow3", IS_SLOW);

        ask(Duration.ofSeconds(10), gateway -> gateway.get("/v1/workspaces/ws_slow2"))
                .statusCode(503)
                .header("Retry-After", "5");
        ask(Duration.ofMillis(1_500), gateway -> gateway.get("/v1/workspaces/ws_slow3"))
                .statusCode(503);

        assertThat(calls("/workspaces/ws_slow2")).isEqualTo(2);
        assertThat(calls("/workspaces/ws_slow3")).isEqualTo(1);
    }

    @Test
    void a_refresh_token_is_never_sent_twice() {
        services.answers(any(urlPathEqualTo("/auth-service/sessions/refresh")).willReturn(FAILS));

        ask(gateway -> gateway.contentType("application/json")
                        .body(Map.of("refreshToken", "refresh-42"))
                        .post("/v1/sessions/refresh"))
                .statusCode(503);

        assertThat(services.asked(anyRequestedFor(urlPathEqualTo("/auth-service/sessions/refresh"))))
                .hasSize(1);
    }

    private interface Question {
        Response of(RequestSpecification gateway);
    }

    private ValidatableResponse ask(Question question) {
        return ask(services.settings(), question);
    }

    /** By a gateway that gives each call a second. */
    private ValidatableResponse ask(Duration patience, Question question) {
        var timeouts = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return ask(services.settings().withTimeouts(timeouts, patience), question);
    }

    private static ValidatableResponse ask(GatewaySettings settings, Question question) {
        try (var gateway = TestGateway.start(settings)) {
            return question.of(gateway.user("usr_42")).then();
        }
    }

    private void has(String path, ResponseDefinitionBuilder answer) {
        services.answers(any(urlPathEqualTo("/workspace-service" + path)).willReturn(answer));
    }

    private int calls(String path) {
        return services.asked(anyRequestedFor(urlPathEqualTo("/workspace-service" + path)))
                .size();
    }
}
