package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
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
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.owned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.versioned;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoAsksForNoWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoMayOnlyLookIntoAWorkspace;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.whoOwnsAWorkspace;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.apigateway.http.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceRenamingPactTest {

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsRenamed(PactDslWithProvider workspaceService) {
        var request = rename(whoOwnsAWorkspace(workspaceService)
                        .uponReceiving("a request to rename a workspace")
                        .method("PATCH")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value());
        return versioned(request.willRespondWith().status(200), "Vintage", new EntityTag("\"2\""))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsRenamed")
    void renaming_creates_a_new_version(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).rename(OWNED, "Vintage", IfMatch.only(VERSION_1), CALLER)))
                .isEqualTo(owned("Vintage", new EntityTag("\"2\"")));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact anyVersionIsRenamed(PactDslWithProvider workspaceService) {
        var request = rename(whoOwnsAWorkspace(workspaceService)
                        .uponReceiving("a request to rename a workspace in whatever version it is")
                        .method("PATCH")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .headers(Map.of("If-Match", "*"));
        return versioned(request.willRespondWith().status(200), "Vintage", new EntityTag("\"2\""))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "anyVersionIsRenamed")
    void any_version_can_be_renamed(MockServer workspaceService) {
        assertThat(successOf(service(workspaceService).rename(OWNED, "Vintage", new IfMatch("*"), CALLER)))
                .isEqualTo(owned("Vintage", new EntityTag("\"2\"")));
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact versionIsStale(PactDslWithProvider workspaceService) {
        var request = rename(whoOwnsAWorkspace(workspaceService)
                        .uponReceiving("a request to rename a workspace with a stale version")
                        .method("PATCH")
                        .matchPath(ANY_PATH, OWNED_PATH))
                .headers(Map.of("If-Match", STALE_VERSION.value()));
        return refusal(request, 412, "stale-version", "The workspace has been changed meanwhile")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "versionIsStale")
    void renaming_a_stale_version_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).rename(OWNED, "Vintage", IfMatch.only(STALE_VERSION), CALLER)))
                .returns(412, Problem::status)
                .returns(type("stale-version"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact roleIsTooLow(PactDslWithProvider workspaceService) {
        var request = rename(whoMayOnlyLookIntoAWorkspace(workspaceService)
                        .uponReceiving("a request to rename a workspace as a viewer")
                        .method("PATCH")
                        .path(VIEWED_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value());
        return refusal(request, 403, "role-too-low", "Viewers may not rename a workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void renaming_as_a_viewer_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).rename(VIEWED, "Vintage", IfMatch.only(VERSION_1), CALLER)))
                .returns(403, Problem::status)
                .returns(type("role-too-low"), Problem::type);
    }

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspaceIsUnknown(PactDslWithProvider workspaceService) {
        var request = rename(whoAsksForNoWorkspace(workspaceService)
                        .uponReceiving("a request to rename a workspace that does not exist")
                        .method("PATCH")
                        .path(UNKNOWN_PATH))
                .matchHeader("If-Match", ETAG_REGEX, VERSION_1.value());
        return refusal(request, 404, "workspace-not-found", "There is no such workspace")
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void renaming_an_unknown_workspace_is_refused(MockServer workspaceService) {
        assertThat(refusalOf(service(workspaceService).rename(UNKNOWN, "Vintage", IfMatch.only(VERSION_1), CALLER)))
                .returns(404, Problem::status)
                .returns(type("workspace-not-found"), Problem::type);
    }

    private static PactDslRequestWithPath rename(PactDslRequestWithPath request) {
        return ofCaller(request)
                .headers(Map.of("Content-Type", "application/merge-patch+json"))
                .body(newJsonBody(workspace -> workspace.stringType("name", "Vintage"))
                        .build());
    }
}
