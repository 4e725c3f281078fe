package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import dev.treaty.provider.workspaceservice.workspaces.Caller;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembersTest {

    private final TestUser owner = TestPlatform.newUser();
    private final TestUser other = TestPlatform.newUser();
    private final String workspace = owner.created("Harvest");

    @Test
    void an_invited_person_joins_and_is_a_member() {
        var invited = owner.invite(workspace, other.email(), "editor");
        invited.then()
                .statusCode(201)
                .body("id", matchesPattern("inv_[A-Za-z0-9]{20}"))
                .body("email", equalTo(other.email()))
                .body("role", equalTo("editor"))
                .body("status", equalTo("invited"));
        refused(other.get(workspace), 403, "not-a-member");

        other.join(workspace, invited.path("id")).then().statusCode(200).body("status", equalTo("active"));

        other.get(workspace).then().statusCode(200).body("role", equalTo("editor"));
        assertThat(owner.request()
                        .get("/workspaces/" + workspace + "/members")
                        .jsonPath()
                        .getList("items.status"))
                .containsExactly("active", "active");
    }

    @Test
    void an_invitation_is_for_one_address_in_any_case() {
        String invitation = owner.invite(workspace, other.email().toUpperCase(Locale.ROOT), "viewer")
                .path("id");

        refused(TestPlatform.newUser().join(workspace, invitation), 404, "member-not-found");
        other.join(workspace, invitation).then().statusCode(200);
        other.join(workspace, invitation).then().statusCode(200);
        refused(owner.invite(workspace, other.email(), "editor"), 409, "already-invited");
    }

    @Test
    void nobody_joins_twice() {
        owner.addMember(workspace, other, "viewer");
        var sameUser = new TestUser(other.service(), new Caller(other.id(), Optional.of("second@example.org")));
        String second = owner.invite(workspace, "second@example.org", "editor").path("id");

        refused(sameUser.join(workspace, second), 409, "already-a-member");
        other.get(workspace).then().body("role", equalTo("viewer"));
    }

    @ParameterizedTest(name = "an {0}: rename {1}, invite {2}, remove {3}, delete {4}")
    @CsvSource({"viewer, 403, 403, 403, 403", "editor, 200, 201, 403, 403"})
    void each_role_has_its_permissions(String role, int rename, int invite, int remove, int delete) {
        owner.addMember(workspace, other, role);
        String third = owner.invite(workspace, "third@example.org", "viewer").path("id");

        assertThat(other.rename(workspace, "*", "Vintage").statusCode()).isEqualTo(rename);
        assertThat(other.invite(workspace, "fourth@example.org", "viewer").statusCode())
                .isEqualTo(invite);
        assertThat(other.remove(workspace, third).statusCode()).isEqualTo(remove);
        assertThat(other.delete(workspace, "*").statusCode()).isEqualTo(delete);
        refused(other.delete(workspace, "*"), 403, "role-too-low");
    }

    @Test
    void a_removed_member_has_no_access() {
        var member = owner.addMember(workspace, other, "editor");

        owner.remove(workspace, member).then().statusCode(204);

        refused(other.get(workspace), 403, "not-a-member");
        refused(other.join(workspace, member), 404, "member-not-found");
        refused(owner.remove(workspace, member), 404, "member-not-found");
        assertThat(other.request().get("/workspaces").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void members_may_leave_but_the_owner_may_not() {
        var member = owner.addMember(workspace, other, "viewer");
        List<String> ids = owner.request()
                .get("/workspaces/" + workspace + "/members")
                .jsonPath()
                .getList("items.id");

        other.remove(workspace, member).then().statusCode(204);
        refused(owner.remove(workspace, ids.get(0)), 409, "owner-stays");
    }

    @ParameterizedTest
    @CsvSource({
        "grace, editor, email",
        "a@b@c, editor, email",
        "'', viewer, email",
        "grace@example.org, owner, role",
        "grace@example.org, king, role"
    })
    void an_invitation_needs_an_address_and_the_role_of_editor_or_viewer(String email, String role, String field) {
        refused(owner.invite(workspace, email, role), 422, "invalid-fields");
        owner.invite(workspace, email, role).then().body("errors[0].field", equalTo(field));
    }

    private static void refused(Response response, int status, String slug) {
        response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://treaty.dev/problems/" + slug));
    }
}
