package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN_MEMBER;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoIsInvitedTo;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class JoiningPactTest {

    private static final WorkspaceId INVITING = new WorkspaceId("ws_44");
    private static final MemberId INVITATION = new MemberId("inv_42");

    /** To a workspace that the caller is already a member of. */
    private static final MemberId SECOND_INVITATION = new MemberId("inv_43");

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact invitedPersonJoins(PactDslWithProvider workspaceService) {
        return ofCaller(whoIsInvitedTo(workspaceService, INVITING.value(), "Cellar", INVITATION)
                        .uponReceiving("a request to join a workspace")
                        .method("POST")
                        .matchPath(
                                ANY_PATH + "/members/inv_[A-Za-z0-9]+/join", "/workspaces/ws_44/members/inv_42/join"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(member -> {
                            member.stringMatcher("id", "inv_.+", INVITATION.value());
                            member.stringType("email", "ada@example.org");
                            member.stringMatcher("role", "editor|viewer", "editor");
                            member.stringValue("status", "active");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "invitedPersonJoins")
    void an_invited_person_joins(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).members().join(INVITING, INVITATION, CALLER)))
                .isEqualTo(new Member(INVITATION, Optional.of("ada@example.org"), "editor", "active"));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact invitationDoesNotExist(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoOwnsAWorkspace(workspaceService)
                .uponReceiving("a request to join a workspace without an invitation")
                .method("POST")
                .path(OWNED_PATH + "/members/inv_99/join"));
        return refusal(request, 404, "member-not-found", "There is no such member")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "invitationDoesNotExist")
    void joining_without_an_invitation_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().join(OWNED, UNKNOWN_MEMBER, CALLER)))
                .returns(404, Problem::status)
                .returns(type("member-not-found"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact personIsAMember(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoIsInvitedTo(workspaceService, VIEWED.value(), "Orchard", SECOND_INVITATION)
                .given("a user is a member", Map.of("user", "usr_42", "workspace", VIEWED.value(), "role", "viewer"))
                .uponReceiving("a request to join a workspace that the user is already a member of")
                .method("POST")
                .path(VIEWED_PATH + "/members/inv_43/join"));
        return refusal(request, 409, "already-a-member", "You are a member of this workspace already")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "personIsAMember")
    void joining_twice_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().join(VIEWED, SECOND_INVITATION, CALLER)))
                .returns(409, Problem::status)
                .returns(type("already-a-member"), Problem::type);
    }
}
