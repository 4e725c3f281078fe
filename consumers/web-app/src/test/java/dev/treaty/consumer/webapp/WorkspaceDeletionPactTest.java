package dev.treaty.consumer.webapp;

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
class WorkspaceDeletionPactTest {

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspaceIsDeleted(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to delete a workspace")
                .method("DELETE")
                .matchPath("/v1/workspaces/ws_" + GatewayContract.ID, "/v1/workspaces/" + WORKSPACE.id())
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("If-Match", GatewayContract.VERSION, WORKSPACE.version())
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsDeleted")
    void an_owner_deletes_a_workspace(MockServer gateway) {
        var deletion = at(gateway).workspaces(ADAS_SESSION).delete(WORKSPACE);

        assertThat(deletion).isEqualTo(new DeletionResult.Deleted());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact versionIsStale(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request to delete a workspace with a stale version")
                .method("DELETE")
                .path("/v1/workspaces/" + STALE_WORKSPACE.id())
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .headers(Map.of("If-Match", STALE_WORKSPACE.version()))
                .willRespondWith()
                .status(412)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("stale-version", 412, "Somebody has changed the workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "versionIsStale")
    void a_stale_version_is_not_deleted(MockServer gateway) {
        var deletion = at(gateway).workspaces(ADAS_SESSION).delete(STALE_WORKSPACE);

        assertThat(deletion).isEqualTo(new Refusal.StaleVersion());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact roleIsTooLow(PactDslWithProvider gateway) {
        return ProviderStates.adaMayOnlyViewAWorkspace(gateway)
                .uponReceiving("a request to delete a workspace as a viewer")
                .method("DELETE")
                .path("/v1/workspaces/" + VIEWED_WORKSPACE.id())
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .matchHeader("If-Match", GatewayContract.VERSION, VIEWED_WORKSPACE.version())
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("role-too-low", 403, "Viewers may not delete a workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "roleIsTooLow")
    void a_viewer_may_not_delete(MockServer gateway) {
        var deletion = at(gateway).workspaces(ADAS_SESSION).delete(VIEWED_WORKSPACE);

        assertThat(deletion).isEqualTo(new Refusal.RoleTooLow());
    }
}
