package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.json;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoAsksForNoWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoMayOnlyLookIntoAWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class InvitationPactTest {

    private static final Invitation INVITATION = new Invitation("grace@example.org", "editor");

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact personIsInvited(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoOwnsAWorkspace(workspaceService)
                .uponReceiving("a request to invite a person to a workspace")
                .method("POST")
                .matchPath(ANY_PATH + "/members", OWNED_PATH + "/members"));
        return json(request, invitation())
                .willRespondWith()
                .status(201)
                .body(newJsonBody(member -> {
                            member.stringMatcher("id", "inv_.+", "inv_42");
                            member.stringType("email", "grace@example.org");
                            member.stringMatcher("role", "editor|viewer", "editor");
                            member.stringValue("status", "invited");
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "personIsInvited")
    void a_person_is_invited(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).members().invite(OWNED, INVITATION, CALLER)))
                .isEqualTo(new Member(new MemberId("inv_42"), Optional.of("grace@example.org"), "editor", "invited"));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact roleIsTooLow(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoMayOnlyLookIntoAWorkspace(workspaceService)
                .uponReceiving("a request to invite a person to a workspace as a viewer")
                .method("POST")
                .path(VIEWED_PATH + "/members"));
        return refusal(json(request, invitation()), 403, "role-too-low", "Viewers may not invite anybody")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void inviting_as_a_viewer_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().invite(VIEWED, INVITATION, CALLER)))
                .returns(403, Problem::status)
                .returns(type("role-too-low"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsUnknown(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoAsksForNoWorkspace(workspaceService)
                .uponReceiving("a request to invite a person to a workspace that does not exist")
                .method("POST")
                .path(UNKNOWN_PATH + "/members"));
        return refusal(json(request, invitation()), 404, "workspace-not-found", "There is no such workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void inviting_to_an_unknown_workspace_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().invite(UNKNOWN, INVITATION, CALLER)))
                .returns(404, Problem::status)
                .returns(type("workspace-not-found"), Problem::type);
    }

    private static DslPart invitation() {
        return newJsonBody(invitation -> {
                    invitation.stringMatcher("email", ".+@.+", "grace@example.org");
                    invitation.stringMatcher("role", "editor|viewer", "editor");
                })
                .build();
    }
}
