package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.FOREIGN_WORKSPACE;
import static dev.treaty.consumer.webapp.ExampleData.UNKNOWN_WORKSPACE;
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
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceLookupPactTest {

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspaceIsOpened(PactDslWithProvider gateway) {
        return ProviderStates.adaOwnsAWorkspace(gateway)
                .uponReceiving("a request for a workspace")
                .method("GET")
                .matchPath("/v1/workspaces/ws_" + GatewayContract.ID, "/v1/workspaces/" + WORKSPACE.id())
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .matchHeader("ETag", GatewayContract.VERSION, WORKSPACE.version())
                .body(GatewayContract.workspace(WORKSPACE))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsOpened")
    void a_member_opens_a_workspace(MockServer gateway) {
        var lookup = at(gateway).workspaces(ADAS_SESSION).find(WORKSPACE.id());

        assertThat(lookup).isEqualTo(new LookupResult.Found(WORKSPACE));
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact userIsNotAMember(PactDslWithProvider gateway) {
        return ProviderStates.adaIsNotAMember(gateway)
                .uponReceiving("a request for a workspace that the user is not a member of")
                .method("GET")
                .path("/v1/workspaces/" + FOREIGN_WORKSPACE)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(403)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("not-a-member", 403, "You are not a member of this workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "userIsNotAMember")
    void a_private_workspace_stays_closed(MockServer gateway) {
        var lookup = at(gateway).workspaces(ADAS_SESSION).find(FOREIGN_WORKSPACE);

        assertThat(lookup).isEqualTo(new Refusal.NotAMember());
    }

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspaceIsUnknown(PactDslWithProvider gateway) {
        return ProviderStates.thereIsNoWorkspace(gateway)
                .uponReceiving("a request for a workspace that does not exist")
                .method("GET")
                .path("/v1/workspaces/" + UNKNOWN_WORKSPACE)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(404)
                .headers(Problem.HEADERS)
                .body(GatewayContract.problem("workspace-not-found", 404, "There is no such workspace"))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspaceIsUnknown")
    void an_unknown_workspace_is_a_result_and_not_an_error(MockServer gateway) {
        var lookup = at(gateway).workspaces(ADAS_SESSION).find(UNKNOWN_WORKSPACE);

        assertThat(lookup).isEqualTo(new Refusal.UnknownWorkspace());
    }
}
