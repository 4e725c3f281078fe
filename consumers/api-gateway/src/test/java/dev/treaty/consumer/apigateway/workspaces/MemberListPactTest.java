package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.FOREIGN;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.FOREIGN_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.invitation;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoAsksForNoWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoIsNoMemberOfAWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class MemberListPactTest {

    private static final Member OWNER = new Member(new MemberId("mem_42"), Optional.empty(), "owner", "active");
    private static final Member INVITED =
            new Member(new MemberId("inv_7"), Optional.of("grace@example.org"), "editor", "invited");

    /** workspace-service does not know everybody's address, so the contract requires only that of invited members. */
    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact membersAreListed(PactDslWithProvider workspaceService) {
        return ofCaller(whoOwnsAWorkspace(workspaceService)
                        .given(
                                "an invitation exists",
                                invitation(INVITED.id(), OWNED.value(), "grace@example.org", "usr_42"))
                        .uponReceiving("a request for the members of a workspace")
                        .method("GET")
                        .matchPath(ANY_PATH + "/members", OWNED_PATH + "/members"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(list -> list.array(
                                "items",
                                items -> items.object(member -> {
                                            member.stringMatcher(
                                                    "id", "mem_.+", OWNER.id().value());
                                            member.stringMatcher("role", "owner|editor|viewer", OWNER.role());
                                            member.stringValue("status", OWNER.status());
                                        })
                                        .object(member -> {
                                            member.stringMatcher(
                                                    "id", "inv_.+", INVITED.id().value());
                                            member.stringType("email", "grace@example.org");
                                            member.stringMatcher("role", "editor|viewer", INVITED.role());
                                            member.stringValue("status", INVITED.status());
                                        })))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "membersAreListed")
    void joined_members_come_before_invited_ones(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).members().list(OWNED, CALLER))
                        .items())
                .containsExactly(OWNER, INVITED);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsForeign(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoIsNoMemberOfAWorkspace(workspaceService)
                .uponReceiving("a request for the members of a workspace that the user is not a member of")
                .method("GET")
                .path(FOREIGN_PATH + "/members"));
        return refusal(request, 403, "not-a-member", "You are not a member of this workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsForeign")
    void listing_somebody_elses_members_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().list(FOREIGN, CALLER)))
                .returns(403, Problem::status)
                .returns(type("not-a-member"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsUnknown(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoAsksForNoWorkspace(workspaceService)
                .uponReceiving("a request for the members of a workspace that does not exist")
                .method("GET")
                .path(UNKNOWN_PATH + "/members"));
        return refusal(request, 404, "workspace-not-found", "There is no such workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void listing_the_members_of_an_unknown_workspace_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().list(UNKNOWN, CALLER)))
                .returns(404, Problem::status)
                .returns(type("workspace-not-found"), Problem::type);
    }
}
