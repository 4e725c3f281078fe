package dev.treaty.consumer.apigateway.workspaces;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.refusal;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.type;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ANY_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.ETAG_REGEX;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.OWNED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.STALE_VERSION;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.UNKNOWN_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VERSION_1;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.VIEWED_PATH;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoAsksForNoWorkspace;
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
class WorkspaceDeletionPactTest {

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsDeleted(PactDslWithProvider workspaceService) {
        return ofCaller(whoOwnsAWorkspace(workspaceService)
                        .uponReceiving("a request to delete a workspace")
                        .method("DELETE")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value())
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsDeleted")
    void a_workspace_is_deleted(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).delete(OWNED, IfMatch.only(VERSION_1), CALLER)))
                .isEqualTo(new NoContent());
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact versionIsStale(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoOwnsAWorkspace(workspaceService)
                        .uponReceiving("a request to delete a workspace with a stale version")
                        .method("DELETE")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .headers(Map.of("If-Match", STALE_VERSION.value()));
        return refusal(request, 412, "stale-version", "The workspace has been changed meanwhile")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "versionIsStale")
    void deleting_a_stale_version_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).delete(OWNED, IfMatch.only(STALE_VERSION), CALLER)))
                .returns(412, Problem::status)
                .returns(type("stale-version"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact roleIsTooLow(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoMayOnlyLookIntoAWorkspace(workspaceService)
                        .uponReceiving("a request to delete a workspace as a viewer")
                        .method("DELETE")
                        .path(VIEWED_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value());
        return refusal(request, 403, "role-too-low", "Viewers may not delete a workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void deleting_as_a_viewer_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).delete(VIEWED, IfMatch.only(VERSION_1), CALLER)))
                .returns(403, Problem::status)
                .returns(type("role-too-low"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsUnknown(PactDslWithProvider workspaceService) {
        var request = ofCaller(whoAsksForNoWorkspace(workspaceService)
                        .uponReceiving("a request to delete a workspace that does not exist")
                        .method("DELETE")
                        .path(UNKNOWN_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value());
        return refusal(request, 404, "workspace-not-found", "There is no such workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void deleting_an_unknown_workspace_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).delete(UNKNOWN, IfMatch.only(VERSION_1), CALLER)))
                .returns(404, Problem::status)
                .returns(type("workspace-not-found"), Problem::type);
    }
}
