package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Provider states as a verification at a URL reaches them: by HTTP, and only if they are switched on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderStatesTest {

    private final WorkspaceService service = WorkspaceService.start(
            ServiceOptions.embedded().withDatabase(WorkspaceDatabases.create()).withProviderStates(),
            WorkspaceSettings.defaults(),
            TestKeys.inOrder());

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void a_state_is_entered_and_left() {
        var workspace = Map.<String, Object>of("id", "ws_1", "name", "Harvest", "owner", "usr_1", "version", 4);
        String token =
                change("a user is signed in", Map.of("id", "usr_1"), "setup").path("accessToken");

        change("a workspace exists", workspace, "setup").then().statusCode(200);
        change("a workspace exists", workspace, "setup").then().statusCode(200);
        assertThat(get("ws_1", token).header("ETag")).isEqualTo("\"4\"");

        change("a workspace exists", workspace, "teardown").then().statusCode(200);
        assertThat(get("ws_1", token).statusCode()).isEqualTo(404);
    }

    @Test
    void what_an_interaction_created_is_removed_after_it() {
        var name = Map.<String, Object>of("name", "Orchard", "owner", "usr_2");
        change("a workspace has been created", name, "setup").then().statusCode(200);

        change("a workspace has been created", name, "teardown");

        String token =
                change("a user is signed in", Map.of("id", "usr_2"), "setup").path("accessToken");
        assertThat(RestAssured.given()
                        .header("Authorization", "Bearer " + token)
                        .get(service.url() + "/workspaces")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void an_event_is_returned_as_it_is_in_the_outbox() {
        var invitation = Map.<String, Object>of(
                "workspace", "ws_3", "email", "grace@example.org", "role", "viewer", "invitedBy", "usr_3");
        change("a workspace exists", Map.of("id", "ws_3", "name", "Vineyard", "owner", "usr_3", "version", 1), "setup");
        change("an invitation exists", invitation, "setup").then().statusCode(200);

        var state = Map.of("name", "an invitation exists", "params", invitation);
        RestAssured.given()
                .contentType("application/json")
                .body(Map.of("description", "any", "providerStates", List.of(state)))
                .post(service.url() + "/messages")
                .then()
                .statusCode(200)
                .contentType("application/cloudevents+json")
                .header("Pact-Message-Metadata", "eyJjb250ZW50VHlwZSI6ImFwcGxpY2F0aW9uL2Nsb3VkZXZlbnRzK2pzb24ifQ==");
    }

    @Test
    void an_unknown_state_and_a_missing_parameter_are_reported() {
        change("a workspace is on fire", Map.of(), "setup")
                .then()
                .statusCode(404)
                .body("type", equalTo("https://treaty.dev/problems/unknown-state"))
                .body("known", hasItem("a workspace exists"));
        change("a workspace exists", Map.of("id", "ws_4"), "setup")
                .then()
                .statusCode(422)
                .body("title", equalTo("The state \"a workspace exists\" needs \"name\""));
    }

    @Test
    void there_are_none_unless_switched_on() {
        for (var path : List.of("/provider-states", "/messages")) {
            RestAssured.given()
                    .contentType("application/json")
                    .body(Map.of("state", "a user is signed in", "params", Map.of("id", "usr_1"), "action", "setup"))
                    .post(TestPlatform.service().url() + path)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void no_other_service_accepts_the_token_of_a_provider_state() {
        String token =
                change("a user is signed in", Map.of("id", "usr_1"), "setup").path("accessToken");

        assertThat(get(TestPlatform.service().url(), "ws_1", token).statusCode())
                .isEqualTo(401);
    }

    private Response change(String state, Map<String, Object> parameters, String action) {
        return RestAssured.given()
                .contentType("application/json")
                .body(Map.of("state", state, "params", parameters, "action", action))
                .post(service.url() + "/provider-states");
    }

    private Response get(String workspace, String token) {
        return get(service.url(), workspace, token);
    }

    private static Response get(URI service, String workspace, String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get(service + "/workspaces/" + workspace);
    }
}
