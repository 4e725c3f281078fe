package dev.treaty.consumer.webapp;

import static dev.treaty.consumer.webapp.ExampleData.ADAS_SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.webapp.connection.UnexpectedResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkspacesTest {

    @Test
    void a_cursor_that_leads_back_does_not_cause_an_endless_loop() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith("{\"items\": [], \"nextCursor\": \"again\"}")) {
            var workspaces = gateway.client().workspaces(ADAS_SESSION);

            assertThatThrownBy(() -> workspaces.all(20))
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessageStartingWith(
                            "The gateway's response with status 200 is unexpected: its cursor leads back to a page that was already read.");
            assertThat(gateway.calls())
                    .containsExactly("GET /v1/workspaces?limit=20", "GET /v1/workspaces?limit=20&cursor=again");
        }
    }

    @Test
    void an_id_stays_one_segment_of_the_path_whatever_it_contains() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(204, Map.of(), "")) {
            var workspaces = gateway.client().workspaces(ADAS_SESSION);

            workspaces.delete(
                    new Workspace("../me? x", "Engines", Role.OWNER, ExampleData.WORKSPACE.createdAt(), "\"1\""));

            assertThat(gateway.calls()).containsExactly("DELETE /v1/workspaces/..%2Fme%3F%20x");
        }
    }

    @Test
    void a_members_id_stays_one_segment_of_the_path_whatever_it_contains() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(204, Map.of(), "")) {
            gateway.client().workspaces(ADAS_SESSION).members("ws_42").remove("../../ws_42");

            assertThat(gateway.calls()).containsExactly("DELETE /v1/workspaces/ws_42/members/..%2F..%2Fws_42");
        }
    }

    @Test
    void nobody_is_invited_as_owner() throws IOException {
        try (var gateway = GatewayStandIn.respondingWith(201, Map.of(), "")) {
            var workspaces = gateway.client().workspaces(ADAS_SESSION);

            assertThatThrownBy(() -> workspaces.members("ws_42").invite("grace@example.com", Role.OWNER))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Nobody can be invited as owner; invite as editor or viewer");
            assertThat(gateway.calls()).isEmpty();
        }
    }
}
