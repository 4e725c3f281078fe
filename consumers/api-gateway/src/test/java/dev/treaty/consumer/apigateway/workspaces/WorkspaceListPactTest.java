package dev.treaty.consumer.apigateway.workspaces;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.ofCaller;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.service;
import static dev.treaty.consumer.apigateway.workspaces.RecordedWorkspaces.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceListPactTest {

    /** The provider generates the cursor; a verification may let the state return the {@code cursor} to use. */
    private static final Map<String, Object> THREE_WORKSPACES =
            Map.of("user", "usr_42", "ids", List.of("ws_42", "ws_43", "ws_44"), "cursor", "cursor-2");

    @Pact(consumer = "api-gateway", provider = "workspace-service")
    V4Pact workspacesAreListed(PactDslWithProvider workspaceService) {
        var firstPage = ofCaller(signedIn(workspaceService)
                        .given("a user is a member of several workspaces", THREE_WORKSPACES)
                        .uponReceiving("a request for the first page of a user's workspaces")
                        .method("GET")
                        .path("/workspaces"))
                .query("limit=2")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> {
                            page.array(
                                    "items",
                                    items -> items.object(item -> item(item, "ws_42", "Harvest", "owner"))
                                            .object(item -> item(item, "ws_43", "Orchard", "viewer")));
                            page.stringType("nextCursor", "cursor-2");
                        })
                        .build());
        return ofCaller(firstPage
                        .given("a user is signed in", Map.of("id", "usr_42"))
                        .given("a user is a member of several workspaces", THREE_WORKSPACES)
                        .uponReceiving("a request for the last page of a user's workspaces")
                        .method("GET")
                        .path("/workspaces"))
                .query("limit=2")
                .queryParameterFromProviderState("cursor", "${cursor}", "cursor-2")
                .willRespondWith()
                .status(200)
                .body(newJsonBody(page -> page.array(
                                "items", items -> items.object(item -> item(item, "ws_44", "Cellar", "editor"))))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspacesAreListed")
    void a_list_is_read_page_by_page(MockServer workspaceService) {
        var first = successOf(service(workspaceService).list(PageRequest.first(2), CALLER));
        var last = successOf(service(workspaceService)
                .list(PageRequest.after(first.nextCursor().orElseThrow(), 2), CALLER));

        assertThat(first.items())
                .containsExactly(
                        new WorkspacePage.Item(new WorkspaceId("ws_42"), "Harvest", "owner"),
                        new WorkspacePage.Item(new WorkspaceId("ws_43"), "Orchard", "viewer"));
        assertThat(last)
                .isEqualTo(new WorkspacePage(
                        List.of(new WorkspacePage.Item(new WorkspaceId("ws_44"), "Cellar", "editor")),
                        Optional.empty()));
    }

    private static void item(LambdaDslObject item, String id, String name, String role) {
        item.stringMatcher("id", "ws_[A-Za-z0-9]+", id);
        item.stringType("name", name);
        item.stringMatcher("role", "owner|editor|viewer", role);
    }
}
