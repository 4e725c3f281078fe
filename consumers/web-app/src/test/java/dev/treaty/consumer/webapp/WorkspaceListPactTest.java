package dev.treaty.consumer.webapp;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.treaty.consumer.webapp.Cast.ADA;
import static dev.treaty.consumer.webapp.Cast.ADAS_SESSION;
import static dev.treaty.consumer.webapp.Cast.ADAS_TOKEN;
import static dev.treaty.consumer.webapp.Cast.at;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Bearer;
import dev.treaty.consumer.recording.Recording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceListPactTest {

    private static final List<WorkspaceSummary> FIRST_PAGE = List.of(
            new WorkspaceSummary("ws_42", "Engines", Role.OWNER), new WorkspaceSummary("ws_43", "Looms", Role.EDITOR));
    private static final List<WorkspaceSummary> LAST_PAGE =
            List.of(new WorkspaceSummary("ws_44", "Notes", Role.VIEWER));
    private static final String CURSOR = "after-ws_43";

    @Pact(consumer = Contract.CONSUMER, provider = Contract.PROVIDER)
    V4Pact workspacesAreListed(PactDslWithProvider gateway) {
        return gateway.given("a user is a member of workspaces", memberships())
                .uponReceiving("the first page of a user's workspaces")
                .method("GET")
                .path("/v1/workspaces")
                .matchQuery("limit", "[1-9]\\d{0,2}", "2")
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(page(FIRST_PAGE, CURSOR))
                .given("a user is a member of workspaces", memberships())
                .uponReceiving("the last page of a user's workspaces")
                .method("GET")
                .path("/v1/workspaces")
                .matchQuery("limit", "[1-9]\\d{0,2}", "2")
                .matchQuery("cursor", ".+", CURSOR)
                .matchHeader("Authorization", Bearer.REGEX, ADAS_TOKEN)
                .willRespondWith()
                .status(200)
                .body(lastPage(LAST_PAGE))
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "workspacesAreListed")
    void a_list_goes_on_until_there_is_no_cursor(MockServer gateway) {
        var all = at(gateway).workspaces(ADAS_SESSION).all(2);

        assertThat(all).containsExactly(FIRST_PAGE.get(0), FIRST_PAGE.get(1), LAST_PAGE.get(0));
    }

    private static Map<String, Object> memberships() {
        return Map.of(
                "user",
                ADA.id(),
                "workspaces",
                Stream.concat(FIRST_PAGE.stream(), LAST_PAGE.stream())
                        .map(workspace -> Map.of(
                                "id", workspace.id(),
                                "name", workspace.name(),
                                "role", workspace.role().word()))
                        .toList());
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
                    item.stringMatcher("id", "ws_" + Contract.ID, workspace.id());
                    item.stringType("name", workspace.name());
                    item.stringValue("role", workspace.role().word());
                })));
    }
}
