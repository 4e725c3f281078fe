package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.STALE_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.VIEWED_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceRenamingPactTest {

    private static final Map<String, String> MERGE_PATCH = Map.of("Content-Type", "application/merge-patch+json");

    private static final Workspace RENAMED_WORKSPACE =
            new Workspace(WORKSPACE.id(), "Vintage", WORKSPACE.role(), WORKSPACE.createdAt(), "\"2\"");

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspaceIsRenamed(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to rename a workspace")
                .method("PATCH")
                .matchPath("/v1/workspaces/ws_" + GatewayContract.ID, "/v1/workspaces/" + WORKSPACE.id())
                .headers(MERGE_PATCH)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("If-Match", GatewayContract.VERSION, WORKSPACE.version())
                .body(newJsonBody(change -> change.stringType("name", RENAMED_WORKSPACE.name()))
                        .build())
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", GatewayContract.VERSION, RENAMED_WORKSPACE.version())
                .body(GatewayContract.workspace(RENAMED_WORKSPACE))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsRenamed")
    void a_renamed_workspace_has_a_new_version(MockServer gateway) {
        var renaming = at(gateway).workspaces(ADAS_SESSION).rename(WORKSPACE, RENAMED_WORKSPACE.name());

        assertThat(renaming).isEqualTo(new RenamingResult.Renamed(RENAMED_WORKSPACE));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact versionIsStale(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to rename a workspace with a stale version")
                .method("PATCH")
                .path("/v1/workspaces/" + STALE_WORKSPACE.id())
                .headers(MERGE_PATCH)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .headers(Map.of("If-Match", STALE_WORKSPACE.version()))
                .body(newJsonBody(change -> change.stringType("name", RENAMED_WORKSPACE.name()))
                        .build())
                .willRespondWith()
                .status(412)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("stale-version", 412, "Somebody has changed the workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "versionIsStale")
    void a_stale_version_is_not_renamed(MockServer gateway) {
        var renaming = at(gateway).workspaces(ADAS_SESSION).rename(STALE_WORKSPACE, RENAMED_WORKSPACE.name());

        assertThat(renaming).isEqualTo(new Refusal.StaleVersion());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact roleIsTooLow(PactDslWithProvider gateway) {
        return ProviderStates.adaMayOnlyViewAWorkspace(gateway)
                .uponReceiving("a request to rename a workspace as a viewer")
                .method("PATCH")
                .path("/v1/workspaces/" + VIEWED_WORKSPACE.id())
                .headers(MERGE_PATCH)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("If-Match", GatewayContract.VERSION, VIEWED_WORKSPACE.version())
                .body(newJsonBody(change -> change.stringType("name", RENAMED_WORKSPACE.name()))
                        .build())
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("role-too-low", 403, "A viewer may not rename a workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void a_viewer_may_not_rename(MockServer gateway) {
        var renaming = at(gateway).workspaces(ADAS_SESSION).rename(VIEWED_WORKSPACE, RENAMED_WORKSPACE.name());

        assertThat(renaming).isEqualTo(new Refusal.RoleTooLow());
    }
}
