package dev.treaty.provider.apigateway;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.treaty.provider.service.RunningService;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How a gateway at a URL is brought to provider states, if it was started with {@code --provider-states}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayStatesTest {

    private final StubServices services = StubServices.start();
    private final RunningService gateway = GatewayService.start(
            ServiceOptions.embedded().withProviderStates(), services.settings(), TestKeys.inOrder(), Clock.systemUTC());

    @AfterAll
    void stop() {
        gateway.close();
        services.close();
    }

    @Test
    void a_user_is_signed_in() {
        var user = Map.of("id", "usr_7", "email", "grace@example.org", "name", "Grace Hopper");

        me(token("a user is signed in", user))
                .statusCode(200)
                .body("id", equalTo("usr_7"))
                .body("email", equalTo("grace@example.org"))
                .body("name", equalTo("Grace Hopper"));
    }

    @Test
    void an_access_token_is_expired() {
        me(token("an access token has expired", Map.of("user", "usr_42")))
                .statusCode(401)
                .body("type", endsWith("/token-expired"));
    }

    @Test
    void a_user_has_used_up_a_rate_limit() {
        var hasty = Map.<String, Object>of("user", "usr_hasty", "quota", 100);
        var token = token("a user is signed in", Map.of("id", "usr_hasty"));

        change("a user has exhausted a rate limit", hasty, "setup").statusCode(200);
        me(token).statusCode(429);

        change("a user has exhausted a rate limit", hasty, "teardown").statusCode(200);
        me(token).statusCode(200);
    }

    @Test
    void a_service_is_down() {
        var down = Map.<String, Object>of("service", "auth-service", "wait", 5);
        var credentials = Map.of("email", "ada@example.org", "password", "correct horse battery staple");

        change("a service is unavailable", down, "setup").statusCode(200);
        post("/v1/sessions", credentials).statusCode(503).header("Retry-After", "5");

        change("a service is unavailable", down, "teardown").statusCode(200);
        post("/v1/sessions", credentials).statusCode(201);
    }

    @Test
    void the_services_states_need_nothing_because_their_contracts_provide_the_data() {
        change("a workspace exists", Map.of("id", "ws_42"), "setup").statusCode(200);
    }

    @Test
    void an_unknown_state_is_refused() {
        change("a moon is full", Map.of(), "setup")
                .statusCode(404)
                .body("type", endsWith("/unknown-state"))
                .body("known", hasItem("a user is signed in"))
                .body("known", hasItem("a workspace exists"));
        change("a service is unavailable", Map.of("service", "billing"), "setup")
                .statusCode(422)
                .body("known", hasItem("workspace-service"));
    }

    @Test
    void a_gateway_without_provider_states_accepts_no_token_of_one_with_them() {
        var token = token("a user is signed in", Map.of("id", "usr_42"));
        try (var ordinary = TestGateway.start(services.settings())) {
            ordinary.bearer(token).get("/v1/me").then().statusCode(401);
        }
    }

    private String token(String state, Map<String, ?> parameters) {
        return change(state, parameters, "setup").extract().path("accessToken");
    }

    private ValidatableResponse change(String state, Map<String, ?> parameters, String action) {
        return post("/provider-states", Map.of("state", state, "params", parameters, "action", action));
    }

    private ValidatableResponse post(String path, Map<String, ?> body) {
        return RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(gateway.url() + path)
                .then();
    }

    private ValidatableResponse me(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get(gateway.url() + "/v1/me")
                .then();
    }
}
