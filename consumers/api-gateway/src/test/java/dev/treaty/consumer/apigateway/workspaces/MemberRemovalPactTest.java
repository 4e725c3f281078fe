package dev.treaty.consumer.apigateway.workspaces;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_MEMBER;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN_MEMBER;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.signedIn;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoMayOnlyLookIntoAWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.NoContent;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class MemberRemovalPactTest {

    private static final MemberId MEMBER = new MemberId("mem_7");
    private static final MemberId OWNER = new MemberId("mem_42");

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact memberIsRemoved(PactDslWithProvider workspaceService) {
        return ofCaller(whoOwnsAWorkspace(workspaceService)
                        .given(
                                "a user is a member",
                                Map.of("id", MEMBER.value(), "user", "usr_7", "workspace", "ws_42", "role", "editor"))
                        .uponReceiving("a request to remove a member from a workspace")
                        .method("DELETE")
                        .matchPath(ANY_PATH + "/members/" + ANY_MEMBER, OWNED_PATH + "/members/mem_7"))
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "memberIsRemoved")
    void a_member_is_removed(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).members().remove(OWNED, MEMBER, CALLER)))
                .isEqualTo(new NoContent());
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact roleIsTooLow(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoMayOnlyLookIntoAWorkspace(workspaceService)
                .given(
                        "a user is a member",
                        Map.of("id", MEMBER.value(), "user", "usr_8", "workspace", "ws_43", "role", "editor"))
                .uponReceiving("a request to remove a member from a workspace as a viewer")
                .method("DELETE")
                .path(VIEWED_PATH + "/members/mem_7"));
        return refusal(request, 403, "role-too-low", "Viewers may not remove anybody else")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void removing_as_a_viewer_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().remove(VIEWED, MEMBER, CALLER)))
                .returns(403, Problem::status)
                .returns(type("role-too-low"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact memberIsUnknown(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoOwnsAWorkspace(workspaceService)
                .uponReceiving("a request to remove a member that does not exist")
                .method("DELETE")
                .path(OWNED_PATH + "/members/inv_99"));
        return refusal(request, 404, "member-not-found", "There is no such member")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "memberIsUnknown")
    void removing_an_unknown_member_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().remove(OWNED, UNKNOWN_MEMBER, CALLER)))
                .returns(404, Problem::status)
                .returns(type("member-not-found"), Problem::type);
    }

    /** The owner's id as a member must be known for this, so the state contains it. */
    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact ownerStays(PactDslWithProvider workspaceService) {
        var request = ofCaller(signedIn(workspaceService)
                .given(
                        "a workspace exists",
                        Map.of(
                                "id",
                                "ws_42",
                                "name",
                                "Harvest",
                                "owner",
                                "usr_42",
                                "ownersMember",
                                OWNER.value(),
                                "version",
                                1))
                .uponReceiving("a request to leave a workspace as its owner")
                .method("DELETE")
                .path(OWNED_PATH + "/members/mem_42"));
        return refusal(request, 409, "owner-stays", "The owner of a workspace cannot leave it")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "ownerStays")
    void removing_the_owner_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).members().remove(OWNED, OWNER, CALLER)))
                .returns(409, Problem::status)
                .returns(type("owner-stays"), Problem::type);
    }
}
