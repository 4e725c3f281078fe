package dev.treaty.provider.workspaceservice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.provider.testing.TestTokens;
import dev.treaty.provider.workspaceservice.workspaces.Caller;
import io.restassured.RestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A user who calls the service. */
record TestUser(URI service, Caller caller) {

    private static final Map<Caller, String> TOKENS = new ConcurrentHashMap<>();

    String id() {
        return caller.id();
    }

    String email() {
        return caller.email().orElseThrow();
    }

    /** A request with this user's access token. */
    RequestSpecification request() {
        return RestAssured.given()
                .spec(new RequestSpecBuilder()
                        .setBaseUri(service)
                        .setUrlEncodingEnabled(false)
                        .build())
                .header("Authorization", "Bearer " + token());
    }

    private String token() {
        return TOKENS.computeIfAbsent(
                caller, unsigned -> TestTokens.USUAL.token(id(), claims -> claims.claim("email", email())));
    }

    Response create(String name, String key) {
        return request()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("name", name))
                .post("/workspaces");
    }

    /** Creates a workspace; returns its id. */
    String created(String name) {
        var response = create(name, UUID.randomUUID().toString());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return response.path("id");
    }

    Response get(String workspace) {
        return request().get("/workspaces/" + workspace);
    }

    Response rename(String workspace, String ifMatch, String name) {
        return request()
                .header("If-Match", ifMatch)
                .contentType("application/merge-patch+json")
                .body(Map.of("name", name))
                .patch("/workspaces/" + workspace);
    }

    Response delete(String workspace, String ifMatch) {
        return request().header("If-Match", ifMatch).delete("/workspaces/" + workspace);
    }

    Response invite(String workspace, String email, String role) {
        return request()
                .contentType("application/json")
                .body(Map.of("email", email, "role", role))
                .post("/workspaces/" + workspace + "/members");
    }

    Response join(String workspace, String invitation) {
        return request().post("/workspaces/" + workspace + "/members/" + invitation + "/join");
    }

    Response remove(String workspace, String member) {
        return request().delete("/workspaces/" + workspace + "/members/" + member);
    }

    /** Makes another user a member; returns the member's id. */
    String addMember(String workspace, TestUser other, String role) {
        String invitation = invite(workspace, other.email(), role).path("id");
        assertThat(other.join(workspace, invitation).statusCode()).isEqualTo(200);
        return invitation;
    }
}
