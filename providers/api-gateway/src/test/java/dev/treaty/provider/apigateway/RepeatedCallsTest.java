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

/** Each test has its own workspace and so its own path, where a fault does not affect other tests. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedCallsTest {

    private static final ResponseDefinitionBuilder FAILS = aResponse().withStatus(500);
    private static final ResponseDefinitionBuilder HANGS_UP = aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
    private static final ResponseDefinitionBuilder IS_SLOW = aResponse().withFixedDelay(20_000);

    private final StubServices services = StubServices.start();

    @AfterAll
    void stop() {
        services.close();
    }

    @Test
    void a_failed_read_is_repeated_without_the_caller_noticing() {
        services.respondWith(any(urlPathEqualTo("/workspace-service/workspaces/ws_once"))
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
    void a_read_is_repeated_only_once() {
        has("/workspaces/ws_bad", FAILS);

        send(gateway -> gateway.get("/v1/workspaces/ws_bad")).statusCode(503).header("Retry-After", "5");

        assertThat(calls("/workspaces/ws_bad")).isEqualTo(2);
    }

    @Test
    void no_call_is_repeated_if_the_service_asks_for_a_pause() {
        has("/workspaces/ws_busy", aResponse().withStatus(503).withHeader("Retry-After", "17"));

        send(gateway -> gateway.get("/v1/workspaces/ws_busy")).statusCode(503).header("Retry-After", "17");

        assertThat(calls("/workspaces/ws_busy")).isEqualTo(1);
    }

    @Test
    void a_creation_is_repeated_because_of_its_idempotency_key() {
        has("/workspaces", FAILS);

        send(gateway -> gateway.contentType("application/json")
                        .header("Idempotency-Key", "key-1")
                        .body(Map.of("name", "Harvest"))
                        .post("/v1/workspaces"))
                .statusCode(503);

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/workspace-service/workspaces"))))
                .hasSize(2)
                .allMatch(call -> call.getHeader("Idempotency-Key").equals("key-1"));
    }

    @Test
    void a_rename_is_never_repeated_and_the_caller_is_not_asked_to_retry() {
        has("/workspaces/ws_gone", HANGS_UP);

        var response = send(gateway -> gateway.contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of("name", "Vintage"))
                .patch("/v1/workspaces/ws_gone"));

        response.statusCode(502).body("type", endsWith("/outcome-unknown"));
        assertThat(response.extract().header("Retry-After")).isNull();
        assertThat(calls("/workspaces/ws_gone")).isEqualTo(1);
    }

    @Test
    void an_invitation_is_never_repeated() {
        has("/workspaces/ws_42/members", FAILS);

        send(gateway -> gateway.contentType("application/json")
                        .body(Map.of("email", "grace@example.org", "role", "editor"))
                        .post("/v1/workspaces/ws_42/members"))
                .statusCode(503);

        assertThat(calls("/workspaces/ws_42/members")).isEqualTo(1);
    }

    @Test
    void a_deletion_that_times_out_is_not_repeated_and_its_outcome_is_unknown() {
        has("/workspaces/ws_slow1", IS_SLOW);

        send(
                        Duration.ofSeconds(10),
                        gateway -> gateway.header("If-Match", "\"1\"").delete("/v1/workspaces/ws_slow1"))
                .statusCode(504)
                .body("type", endsWith("/outcome-unknown"));

        assertThat(calls("/workspaces/ws_slow1")).isEqualTo(1);
    }

    @Test
    void a_read_that_times_out_is_repeated_only_if_the_callers_patience_allows() {
        has("/workspaces/ws_slow2", IS_SLOW);
        has("/workspaces/ws_slow3", IS_SLOW);

        send(Duration.ofSeconds(10), gateway -> gateway.get("/v1/workspaces/ws_slow2"))
                .statusCode(503)
                .header("Retry-After", "5");
        send(Duration.ofMillis(1_500), gateway -> gateway.get("/v1/workspaces/ws_slow3"))
                .statusCode(503);

        assertThat(calls("/workspaces/ws_slow2")).isEqualTo(2);
        assertThat(calls("/workspaces/ws_slow3")).isEqualTo(1);
    }

    @Test
    void a_refresh_token_is_never_sent_twice() {
        services.respondWith(
                any(urlPathEqualTo("/auth-service/sessions/refresh")).willReturn(FAILS));

        send(gateway -> gateway.contentType("application/json")
                        .body(Map.of("refreshToken", "refresh-42"))
                        .post("/v1/sessions/refresh"))
                .statusCode(503);

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/auth-service/sessions/refresh"))))
                .hasSize(1);
    }

    private interface CallerRequest {
        Response of(RequestSpecification gateway);
    }

    private ValidatableResponse send(CallerRequest request) {
        return send(services.settings(), request);
    }

    /** To a gateway that gives each call one second. */
    private ValidatableResponse send(Duration patience, CallerRequest request) {
        var timeouts = new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1));
        return send(services.settings().withTimeouts(timeouts, patience), request);
    }

    private static ValidatableResponse send(GatewaySettings settings, CallerRequest request) {
        try (var gateway = TestGateway.start(settings)) {
            return request.of(gateway.user("usr_42")).then();
        }
    }

    private void has(String path, ResponseDefinitionBuilder response) {
        services.respondWith(any(urlPathEqualTo("/workspace-service" + path)).willReturn(response));
    }

    private int calls(String path) {
        return services.received(anyRequestedFor(urlPathEqualTo("/workspace-service" + path)))
                .size();
    }
}
