package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.apigateway.downstream.ServiceCircuit;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The circuits of a running gateway, with faults injected by the stub server. */
class FailingServicesTest {

    private static final String WORKSPACES = "/workspace-service/.*";

    private final ManualClock clock = ManualClock.now();
    private final StubServices services = StubServices.start();
    private final TestGateway gateway = TestGateway.start(services.settings(), clock);

    @AfterEach
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void a_circuit_opens_while_a_service_fails_and_closes_when_it_is_back() {
        var fault = services.respondWith(
                any(urlMatching(WORKSPACES)).willReturn(aResponse().withStatus(500)));
        open(503, 6);
        var callsUntilOpen = calls();

        // open: callers learn when to try again, and the service is not called
        open(503, 5);
        gateway.user("usr_42")
                .get("/v1/workspaces/ws_42")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("https://treaty.dev/problems/service-unavailable"));
        assertThat(callsUntilOpen).isEqualTo(10);
        assertThat(calls()).isEqualTo(callsUntilOpen);
        assertMeasured("gateway_circuit_closed", "workspace-service", "0.0");

        // half open: the service still fails, as each of the probing calls finds out
        clock.advance(ServiceCircuit.REST.plusMillis(1));
        open(503, 2);
        assertThat(calls()).isEqualTo(callsUntilOpen + 3);

        // closed: the service is back
        services.forget(fault);
        clock.advance(ServiceCircuit.REST.plusMillis(1));
        open(200, 10);
        assertThat(calls()).isEqualTo(callsUntilOpen + 3 + 10);
        assertMeasured("gateway_circuit_closed", "workspace-service", "1.0");
    }

    @Test
    void a_service_that_is_down_does_not_affect_another() {
        services.isDown("workspace-service");
        open(503, 20);

        gateway.user("usr_42").get("/v1/me").then().statusCode(200);
        gateway.anybody()
                .contentType("application/json")
                .body(Map.of("email", "ada@example.org", "password", "correct horse battery staple"))
                .post("/v1/sessions")
                .then()
                .statusCode(201);
        assertMeasured("gateway_circuit_closed", "auth-service", "1.0");
    }

    @Test
    void tokens_cannot_be_verified_while_the_keys_are_unavailable() {
        services.isDown("auth-service");

        gateway.user("usr_42")
                .get("/v1/me")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", equalTo("https://treaty.dev/problems/service-unavailable"));
    }

    @Test
    void known_keys_stay_valid_while_auth_service_is_down() {
        gateway.user("usr_42").get("/v1/me").then().statusCode(200);
        services.isDown("auth-service");

        clock.advance(Duration.ofMinutes(10));

        gateway.bearer(TestTokens.USUAL.token(
                        "usr_42",
                        claims ->
                                claims.expirationTime(Date.from(clock.instant().plusSeconds(60)))))
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void is_ready_only_while_both_services_respond() {
        gateway.anybody().get("/health/ready").then().statusCode(200);

        services.respondWith(any(urlMatching("/auth-service/health/ready"))
                .willReturn(aResponse().withStatus(503)));

        gateway.anybody()
                .get("/health/ready")
                .then()
                .statusCode(503)
                .body(containsString("auth-service"))
                .body("missing.size()", equalTo(1));
        gateway.anybody().get("/health/live").then().statusCode(200);
    }

    private void open(int status, int times) {
        for (var time = 0; time < times; time++) {
            gateway.user("usr_42").get("/v1/workspaces/ws_42").then().statusCode(status);
        }
    }

    private int calls() {
        return services.received(anyRequestedFor(urlMatching(WORKSPACES))).size();
    }

    private void assertMeasured(String name, String downstream, String value) {
        assertThat(gateway.anybody().get("/metrics").asString().lines())
                .anyMatch(line -> line.startsWith(name + "{")
                        && line.contains("downstream=\"" + downstream + "\"")
                        && line.endsWith(" " + value));
    }
}
