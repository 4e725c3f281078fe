package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.treaty.provider.testing.ManualClock;
import dev.treaty.provider.testing.TestTokens;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the gateway forwards and returns, and what it does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardingTest {

    private final ManualClock clock = ManualClock.now();
    private final StubServices services = StubServices.start();
    private final TestGateway gateway = TestGateway.start(services.settings(), clock);

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void a_problem_document_comes_back_unchanged() {
        var document = "{\"type\":\"https://treaty.dev/problems/quota-exceeded\",\"title\":\"Voll\",\"status\":403,"
                + "\"detail\":\"größer geht nicht\",\"quota\":{\"used\":12.50,\"of\":1e3},\"tags\":[null,true]}";
        has(
                "/workspaces/ws_p1",
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "application/problem+json")
                        .withHeader("Retry-After", "120")
                        .withBody(document));

        var response = gateway.user("usr_42").get("/v1/workspaces/ws_p1");

        response.then().statusCode(403).contentType("application/problem+json").header("Retry-After", "120");
        assertThat(response.asString()).isEqualTo(document.replace("1e3", "1E+3"));
    }

    @Test
    void what_a_proxy_in_between_wrote_is_not_for_the_caller() {
        has(
                "/workspaces/ws_p2",
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "text/html")
                        .withBody("<h1>squid at 10.1.2.3</h1>"));

        gateway.user("usr_42")
                .get("/v1/workspaces/ws_p2")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"))
                .body("title", equalTo("HTTP status 403"));
    }

    @Test
    void an_unreadable_response_of_a_service_is_a_bad_gateway() {
        has("/workspaces/ws_p3", aResponse().withStatus(200).withBody("{\"id\":\"ws_p3\"}"));

        gateway.user("usr_42")
                .get("/v1/workspaces/ws_p3")
                .then()
                .statusCode(502)
                .header("Retry-After", nullValue())
                .body("type", endsWith("/unreadable-response"))
                .body("title", equalTo("A service sent a response that cannot be read"));
    }

    @Test
    void access_token_and_request_id_are_forwarded() {
        var token = TestTokens.USUAL.token("usr_7");

        gateway.bearer(token)
                .header("X-Request-Id", "req-identity-7")
                .get("/v1/workspaces/ws_p4")
                .then()
                .statusCode(200)
                .header("X-Request-Id", "req-identity-7");

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/workspace-service/workspaces/ws_p4"))))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.getHeader("Authorization")).isEqualTo("Bearer " + token);
                    assertThat(call.getHeader("X-Request-Id")).isEqualTo("req-identity-7");
                });
    }

    /** RFC 9110, section 13.1.1: only workspace-service knows which versions there are. */
    @ParameterizedTest
    @ValueSource(strings = {"*", "\"1\"", "\"1\", \"2\"", "W/\"1\",, \"a,b\""})
    void the_versions_that_a_caller_is_willing_to_change_are_forwarded(String ifMatch) {
        var path = "/workspaces/ws_v" + Integer.toUnsignedString(ifMatch.hashCode());
        has(path, aResponse().withStatus(204));

        gateway.user("usr_42")
                .header("If-Match", ifMatch)
                .delete("/v1" + path)
                .then()
                .statusCode(204);

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/workspace-service" + path))))
                .singleElement()
                .satisfies(call -> assertThat(call.getHeader("If-Match")).isEqualTo(ifMatch));
    }

    @Test
    void a_request_without_an_id_gets_one_for_all_calls_it_causes() {
        var id = gateway.user("usr_42").get("/v1/workspaces/ws_p5").header("X-Request-Id");

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/workspace-service/workspaces/ws_p5"))))
                .singleElement()
                .satisfies(call -> assertThat(call.getHeader("X-Request-Id")).isEqualTo(id));
    }

    @Test
    void a_creation_returns_its_location() {
        gateway.user("usr_42")
                .contentType("application/json")
                .header("Idempotency-Key", "key-1")
                .body(Map.of("name", "Harvest"))
                .post("/v1/workspaces")
                .then()
                .statusCode(201)
                .header("Location", "/v1/workspaces/ws_42")
                .header("ETag", "\"1\"");
        gateway.anybody()
                .contentType("application/json")
                .body(Map.of("email", "ada@example.org", "name", "Ada", "password", "correct horse battery staple"))
                .post("/v1/users")
                .then()
                .statusCode(201)
                .header("Location", "/v1/users/usr_42");
    }

    @Test
    void tokens_must_not_be_cached() {
        gateway.anybody()
                .contentType("application/json")
                .body(Map.of("email", "ada@example.org", "password", "correct horse battery staple"))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .header("Cache-Control", "no-store");
    }

    @Test
    void a_token_signed_with_a_new_key_is_valid_once_the_key_is_fetched() {
        var next = TestTokens.named("next-key");
        gateway.user("usr_42").get("/v1/me").then().statusCode(200);
        gateway.bearer(next.token("usr_42"))
                .get("/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"treaty\", error=\"invalid_token\"")
                .body("type", endsWith("/token-invalid"));

        services.signsWith(TestTokens.USUAL, next);
        clock.advance(Duration.ofSeconds(5));

        gateway.bearer(next.token("usr_42")).get("/v1/me").then().statusCode(200);
        gateway.user("usr_42").get("/v1/me").then().statusCode(200);
    }

    private void has(String path, ResponseDefinitionBuilder response) {
        services.respondWith(any(urlPathEqualTo("/workspace-service" + path)).willReturn(response));
    }
}
