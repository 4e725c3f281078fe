package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacesTest {

    private final TestUser ada = TestPlatform.newUser();

    @Test
    void a_creation_returns_location_and_version() {
        var created = ada.create("Harvest", "key-1");

        created.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", "/workspaces/" + created.path("id"))
                .body("id", matchesPattern("ws_[A-Za-z0-9]{20}"))
                .body("name", equalTo("Harvest"))
                .body("role", equalTo("owner"))
                .body("createdAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        assertThat(ada.get(created.path("id")).asString()).isEqualTo(created.asString());
    }

    @Test
    void a_rename_makes_a_new_version() {
        var id = ada.created("Harvest");

        ada.rename(id, "\"1\"", "Vintage")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name", equalTo("Vintage"));
        ada.get(id).then().header("ETag", "\"2\"").body("name", equalTo("Vintage"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"0\"", "\"2\"", "W/\"1\"", "\"11\"", "\"0\", \"2\""})
    void only_the_newest_version_can_be_renamed_or_deleted(String ifMatch) {
        var id = ada.created("Harvest");

        refused(ada.rename(id, ifMatch, "Vintage").then(), 412, "stale-version");
        refused(ada.delete(id, ifMatch).then(), 412, "stale-version");
        ada.get(id).then().statusCode(200).body("name", equalTo("Harvest"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "*", "\"0\", \"1\""})
    void the_newest_version_can_be_deleted(String ifMatch) {
        var id = ada.created("Harvest");

        ada.delete(id, ifMatch).then().statusCode(204);

        refused(ada.get(id).then(), 404, "workspace-not-found");
        ada.created("Harvest");
    }

    @Test
    void a_change_must_name_a_version() {
        var id = ada.created("Harvest");

        refused(ada.request().delete("/workspaces/" + id).then(), 428, "if-match-missing");
        refused(ada.delete(id, "1").then(), 400, "invalid-header");
    }

    @Test
    void each_owner_can_use_a_name_only_once() {
        var id = ada.created("Harvest");
        var other = ada.created("Orchard");

        refused(ada.create("Harvest", "key-2").then(), 409, "name-taken");
        refused(ada.rename(other, "*", "Harvest").then(), 409, "name-taken");
        ada.get(other).then().body("name", equalTo("Orchard")).header("ETag", "\"1\"");
        TestPlatform.newUser().created("Harvest");
        ada.delete(id, "*");
        ada.rename(other, "*", "Harvest").then().statusCode(200);
    }

    @Test
    void renaming_to_the_same_name_changes_nothing() {
        var id = ada.created("Harvest");

        ada.rename(id, "\"1\"", "Harvest").then().statusCode(200).header("ETag", "\"1\"");
        patch(id, "{}").statusCode(200).header("ETag", "\"1\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":null}",
                "{\"name\":7}",
                "{\"name\":\"  \"}",
                "{\"name\":\"a\\u0000b\"}",
                "{\"name\":\"\\ud800\"}"
            })
    void a_name_must_be_readable_text(String patch) {
        refused(patch(ada.created("Harvest"), patch), 422, "invalid-fields")
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("name"));
    }

    @Test
    void a_name_is_short_and_stripped() {
        ada.create("  Ernte 🍇 ", "key-1").then().statusCode(201).body("name", equalTo("Ernte 🍇"));
        ada.create("🍇".repeat(100), "key-2").then().statusCode(201);
        refused(ada.create("🍇".repeat(101), "key-3").then(), 422, "invalid-fields")
                .body("errors[0].detail", equalTo("must have at most 100 characters"));
    }

    @Test
    void only_the_name_can_be_changed() {
        refused(patch(ada.created("Harvest"), "{\"id\":\"ws_1\",\"owner\":\"usr_1\"}"), 422, "invalid-fields")
                .body("errors.field", equalTo(List.of("id", "owner")));
    }

    @Test
    void a_body_must_match_its_media_type() {
        var id = ada.created("Harvest");
        var request = ada.request().header("If-Match", "*").body("{\"name\":\"Vintage\"}");

        refused(
                        request.contentType("application/json")
                                .patch("/workspaces/" + id)
                                .then(),
                        415,
                        "unsupported-media-type")
                .header("Accept-Patch", "application/merge-patch+json");
        refused(patch(id, "[]"), 400, "unreadable-body");
        refused(patch(id, "{\"name\":"), 400, "unreadable-body");
        refused(patch(id, ""), 400, "unreadable-body");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws_99", "%20", "a%00b", "'%20OR%20'1'='1"})
    void an_unknown_or_malformed_id_is_not_found(String id) {
        assertThat(ada.get(id).statusCode()).isIn(400, 404);
        assertThat(ada.rename(id, "*", "Vintage").statusCode()).isIn(400, 404);
        assertThat(ada.delete(id, "*").statusCode()).isIn(400, 404);
        assertThat(ada.invite(id, "grace@example.org", "editor").statusCode()).isIn(400, 404);
    }

    private ValidatableResponse patch(String id, String patch) {
        return ada.request()
                .header("If-Match", "*")
                .contentType("application/merge-patch+json")
                .body(patch)
                .patch("/workspaces/" + id)
                .then();
    }

    private static ValidatableResponse refused(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/" + slug))
                .body("status", equalTo(status));
    }
}
