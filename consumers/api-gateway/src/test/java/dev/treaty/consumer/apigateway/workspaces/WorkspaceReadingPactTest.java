package dev.treaty.consumer.apigateway.workspaces;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.identified;
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
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VERSION_1;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.owned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.versioned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoAsksForNoWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoIsNoMemberOfAWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.AccessToken;
import dev.treaty.consumer.apigateway.http.Caller;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceReadingPactTest {

    private static final String INVALID_TOKEN = "Bearer realm=\"treaty\", error=\"invalid_token\"";
    private static final AccessToken EXPIRED = new AccessToken(Examples.jwt("usr_7"));

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsRead(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoOwnsAWorkspace(workspaceService)
                .uponReceiving("a request for a workspace")
                .method("GET")
                .matchPath(ANY_PATH, OWNED_PATH));
        return versioned(request.willRespondWith().status(200), "Harvest", VERSION_1)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsRead")
    void a_workspace_is_read_with_its_version(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).get(OWNED, CALLER))).isEqualTo(owned("Harvest", VERSION_1));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact callerIsNoMember(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoIsNoMemberOfAWorkspace(workspaceService)
                .uponReceiving("a request for a workspace that the user is not a member of")
                .method("GET")
                .path(FOREIGN_PATH));
        return refusal(request, 403, "not-a-member", "You are not a member of this workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "callerIsNoMember")
    void a_workspace_that_the_caller_is_not_a_member_of_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).get(FOREIGN, CALLER)))
                .returns(403, Problem::status)
                .returns(type("not-a-member"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsUnknown(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoAsksForNoWorkspace(workspaceService)
                .uponReceiving("a request for a workspace that does not exist")
                .method("GET")
                .path(UNKNOWN_PATH));
        return refusal(request, 404, "workspace-not-found", "There is no such workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void an_unknown_workspace_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).get(UNKNOWN, CALLER)))
                .returns(404, Problem::status)
                .returns(type("workspace-not-found"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact tokenIsExpired(PactDslWithProvider workspaceService) {
        var request = identified(workspaceService
                        .given("an access token has expired", Map.of("user", "usr_7"))
                        .uponReceiving("a request for a workspace with an expired access token")
                        .method("GET")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .headerFromProviderState("Authorization", "Bearer ${accessToken}", EXPIRED.authorization());
        return refusal(request, 401, "token-expired", "The access token has expired")
                .matchHeader("WWW-Authenticate", "Bearer .*error=\"invalid_token\".*", INVALID_TOKEN)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "tokenIsExpired")
    void an_expired_token_is_refused_with_a_challenge(MockServer workspaceService) {
        var tooLate = new Caller(CALLER.requestId(), EXPIRED);

        assertThat(refusalOf(service(workspaceService).get(OWNED, tooLate)))
                .returns(401, Problem::status)
                .returns(type("token-expired"), Problem::type)
                .returns(Optional.of(INVALID_TOKEN), Problem::challenge);
    }
}
