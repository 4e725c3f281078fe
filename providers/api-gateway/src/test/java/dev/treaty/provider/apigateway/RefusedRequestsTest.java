package dev.treaty.provider.apigateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.treaty.provider.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that the gateway refuses without calling a service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedRequestsTest {

    private final StubServices services = StubServices.start();
    private final TestGateway gateway = TestGateway.start(services.settings());

    @AfterAll
    void stop() {
        assertThat(services.received(anyRequestedFor(urlMatching("/auth-service/(users|sessions).*"))))
                .isEmpty();
        assertThat(services.received(anyRequestedFor(urlMatching("/workspace-service/.*"))))
                .allMatch(request -> request.getMethod().getName().equals("GET")
                        && request.getUrl().startsWith("/workspace-service/workspaces?"));
        gateway.close();
        services.close();
    }

    @Test
    void a_request_without_a_token_is_refused() {
        gateway.anybody()
                .get("/v1/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"treaty\"")
                .body("type", endsWith("/token-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YWRhOmFkYQ==", "Bearer", "Bearer ", "Bearer a b", "Token x", "Bearer a, Bearer b"})
    void anything_but_a_bearer_token_is_not_valid(String authorization) {
        gateway.anybody()
                .header("Authorization", authorization)
                .get("/v1/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"treaty\", error=\"invalid_token\"")
                .body("type", endsWith("/token-invalid"));
    }

    @Test
    void the_scheme_is_compared_without_regard_to_case() {
        gateway.anybody()
                .header("Authorization", "bearer " + TestTokens.USUAL.token("usr_42"))
                .get("/v1/me")
                .then()
                .statusCode(200);
    }

    @Test
    void a_body_must_be_declared_as_json() {
        problem(
                        gateway.anybody().contentType("text/plain").body("{}").post("/v1/sessions"),
                        415,
                        "unsupported-media-type")
                .header("Accept", "application/json");
        problem(
                        user().contentType("application/json")
                                .header("If-Match", "\"1\"")
                                .body("{\"name\":\"Vintage\"}")
                                .patch("/v1/workspaces/ws_42"),
                        415,
                        "unsupported-media-type")
                .header("Accept-Patch", "application/merge-patch+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"text\"", "{} {}", "{\"email\":\"a\",\"email\":\"b\"}", "\u0000"})
    void a_body_must_be_one_json_object(String body) {
        problem(
                gateway.anybody().contentType("application/json").body(body).post("/v1/sessions"),
                400,
                "unreadable-body");
    }

    @Test
    void a_body_must_have_the_required_strings() {
        problem(
                        gateway.anybody()
                                .contentType("application/json")
                                .body("{\"email\":\"ada@example.org\",\"name\":7}")
                                .post("/v1/users"),
                        422,
                        "invalid-fields")
                .body("errors.field", containsInAnyOrder("password", "name"));
    }

    /** JSON can escape half of a surrogate pair, and nothing can send it on. */
    @Test
    void a_string_that_is_not_unicode_is_refused() {
        problem(
                        user().contentType("application/json")
                                .header("Idempotency-Key", "key-1")
                                .body("{\"name\":\"\\ud800\"}")
                                .post("/v1/workspaces"),
                        422,
                        "invalid-fields")
                .body("errors.field", contains("name"))
                .body("errors.detail", contains("is not valid Unicode"));
    }

    @Test
    void a_change_must_name_a_version() {
        problem(user().delete("/v1/workspaces/ws_42"), 428, "if-match-missing");
        problem(user().header("If-Match", "1").delete("/v1/workspaces/ws_42"), 400, "invalid-header")
                .body("header", equalTo("If-Match"));
        problem(user().header("If-Match", "*, \"2\"").delete("/v1/workspaces/ws_42"), 400, "invalid-header");
    }

    @Test
    void a_workspace_is_created_only_with_an_idempotency_key() {
        problem(
                user().contentType("application/json")
                        .body("{\"name\":\"Harvest\"}")
                        .post("/v1/workspaces"),
                400,
                "idempotency-key-missing");
        problem(
                user().contentType("application/json")
                        .header("Idempotency-Key", "a b")
                        .body("{\"name\":\"Harvest\"}")
                        .post("/v1/workspaces"),
                400,
                "invalid-header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "ws_1%2Fmembers", "ws%201", "ws_1;x", "%2e%2e", "ws_1%0d%0aX"})
    void no_id_leads_to_another_path_of_the_service(String id) {
        var response = user().urlEncodingEnabled(false).get("/v1/workspaces/" + id);

        assertThat(response.statusCode()).isIn(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "two", "1e3", "9999999", ""})
    void a_limit_must_be_a_number(String limit) {
        problem(user().queryParam("limit", limit).get("/v1/workspaces"), 400, "invalid-parameter")
                .body("parameter", equalTo("limit"));
    }

    @Test
    void a_cursor_cannot_add_to_the_query() {
        user().queryParam("limit", "2").queryParam("cursor", "a&limit=99#x").get("/v1/workspaces");

        assertThat(services.received(anyRequestedFor(urlPathEqualTo("/workspace-service/workspaces"))))
                .anyMatch(request ->
                        request.getUrl().equals("/workspace-service/workspaces?limit=2&cursor=a%26limit%3D99%23x"));
    }

    @Test
    void a_malformed_member_id_is_not_found() {
        for (var id : new String[] {"x".repeat(65), "inv%20_42", "inv.42"}) {
            var path = "/v1/workspaces/ws_42/members/" + id;

            problem(user().urlEncodingEnabled(false).delete(path), 404, "member-not-found");
            problem(user().urlEncodingEnabled(false).post(path + "/join"), 404, "member-not-found");
        }
    }

    @Test
    void unknown_paths_and_methods_are_refused() {
        problem(gateway.anybody().get("/workspaces"), 404, "http-404");
        problem(gateway.anybody().get("/v1/users/usr_42"), 404, "http-404");
        problem(gateway.anybody().get("/v1/users"), 405, "http-405");
        problem(gateway.anybody().post("/provider-states"), 404, "http-404");
    }

    private RequestSpecification user() {
        return gateway.user("usr_42");
    }

    private static ValidatableResponse problem(Response response, int status, String slug) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + slug));
    }
}
