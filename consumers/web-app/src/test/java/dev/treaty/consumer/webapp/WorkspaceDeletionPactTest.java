package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.Cast.ADAS_SESSION;
import static dev.treaty.consumer.webapp.Cast.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.Cast.CONTESTED_WORKSPACE;
import static dev.treaty.consumer.webapp.Cast.WORKSPACE;
import static dev.treaty.consumer.webapp.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Bearer;
import dev.treaty.consumer.recording.Problem;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceDeletionPactTest {

    @Pact(consumer = Contract.CONSUMER, provider = Contract.PROVIDER)
    V4Pact workspaceIsDeleted(PactDslWithProvider gateway) {
        return gateway.given("a user is a member of a workspace", Contract.membership(WORKSPACE, 1))
                .uponReceiving("a workspace deleted")
                .method("DELETE")
                .matchPath("/v1/workspaces/ws_" + Contract.ID, "/v1/workspaces/" + WORKSPACE.id())
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .matchHeader("If-Match", Contract.VERSION, WORKSPACE.version())
                .willRespondWith()
                .status(204)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsDeleted")
    void an_owner_deletes_a_workspace(MockServer gateway) {
        var deletion = at(gateway).workspaces(ADAS_SESSION).delete(WORKSPACE);

        assertThat(deletion).isEqualTo(new Deletion.Deleted());
    }

    @Pact(consumer = Contract.CONSUMER, provider = Contract.PROVIDER)
    V4Pact versionIsStale(PactDslWithProvider gateway) {
        return gateway.given("a user is a member of a workspace", Contract.membership(CONTESTED_WORKSPACE, 2))
                .uponReceiving("a workspace deleted that somebody else has changed since it was read")
                .method("DELETE")
                .path("/v1/workspaces/" + CONTESTED_WORKSPACE.id())
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .headers(Map.of("If-Match", CONTESTED_WORKSPACE.version()))
                .willRespondWith()
                .status(412)
                .headers(Problem.HEADERS)
                .body(Contract.problem("stale-version", 412, "Somebody has changed the workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "versionIsStale")
    void a_stale_version_is_not_deleted(MockServer gateway) {
        var deletion = at(gateway).workspaces(ADAS_SESSION).delete(CONTESTED_WORKSPACE);

        assertThat(deletion).isEqualTo(new Refusal.StaleVersion());
    }
}
