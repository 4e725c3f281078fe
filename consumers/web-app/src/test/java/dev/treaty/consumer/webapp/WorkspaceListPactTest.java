package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.ExampleData.ADA;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static dev.treaty.consumer.webapp.ExampleData.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.ExampleData.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.BearerHeader;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceListPactTest {

    private static final List<WorkspaceSummary> FIRST_PAGE = List.of(
            new WorkspaceSummary("ws_42", "Harvest", Role.OWNER),
            new WorkspaceSummary("ws_43", "Orchard", Role.VIEWER));
    private static final List<WorkspaceSummary> LAST_PAGE =
            List.of(new WorkspaceSummary("ws_44", "Cellar", Role.EDITOR));
    private static final String CURSOR = "cursor-2";

    /** A real gateway generates its own cursors: there, the state returns the {@code cursor} to use. */
    private static final Map<String, Object> MEMBERSHIPS =
            Map.of("user", ADA.id(), "ids", List.of("ws_42", "ws_43", "ws_44"), "cursor", CURSOR);

    @Pact(consumer = GatewayContract.CONSUMER, provider = GatewayContract.PROVIDER)
    V4Pact workspacesAreListed(PactDslWithProvider gateway) {
        return ProviderStates.adaIsSignedIn(gateway)
                .given("a user is a member of several workspaces", MEMBERSHIPS)
                .uponReceiving("a request for the first page of a user's workspaces")
                .method("GET")
                .path("/v1/workspaces")
                .matchQuery("limit", "[1-9]\\d{0,2}", "2")
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(page(FIRST_PAGE, CURSOR))
                .given("a user is signed in", Map.of("id", ADA.id(), "email", ADA.email(), "name", ADA.name()))
                .given("a user is a member of several workspaces", MEMBERSHIPS)
                .uponReceiving("a request for the last page of a user's workspaces")
                .method("GET")
                .path("/v1/workspaces")
                .matchQuery("limit", "[1-9]\\d{0,2}", "2")
                .queryParameterFromProviderState("cursor", "${cursor}", CURSOR)
                .headerFromProviderState("Authorization", GatewayContract.TOKEN, ADAS_TOKEN)
                .matchHeader("Authorization", BearerHeader.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(lastPage(LAST_PAGE))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspacesAreListed")
    void a_list_is_read_until_there_is_no_cursor(MockServer gateway) {
        var all = at(gateway).workspaces(ADAS_SESSION).all(2);

        assertThat(all).containsExactly(FIRST_PAGE.get(0), FIRST_PAGE.get(1), LAST_PAGE.get(0));
    }

    private static DslPart page(List<WorkspaceSummary> workspaces, String nextCursor) {
        return newJsonBody(page -> {
                    items(page, workspaces);
                    page.stringType("nextCursor", nextCursor);
                })
                .build();
    }

    private static DslPart lastPage(List<WorkspaceSummary> workspaces) {
        return newJsonBody(page -> items(page, workspaces)).build();
    }

    private static void items(LambdaDslObject page, List<WorkspaceSummary> workspaces) {
        page.array(
                "items",
                items -> workspaces.forEach(workspace -> items.object(item -> {
                    item.stringMatcher("id", "ws_" + GatewayContract.ID, workspace.id());
                    item.stringType("name", workspace.name());
                    item.stringMatcher(
                            "role", "owner|editor|viewer", workspace.role().word());
                })));
    }
}
