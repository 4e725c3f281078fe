package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static dev.treaty.consumer.apigateway.http.Responses.unavailabilityOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.RefreshToken;
import dev.treaty.consumer.apigateway.http.BrokenService;
import dev.treaty.consumer.apigateway.http.ServiceConnection;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceResponse.Reason;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceId;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadableResponseTest {

    @Test
    void a_missing_member_and_the_contract_are_named() throws IOException {
        try (var service = ServiceStandIn.respondingWith("{\"items\":[{\"id\":\"ws_42\",\"role\":\"owner\"}]}")) {
            var response = list(service);

            assertThat(response.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(response.repeatable()).isFalse();
            assertThat(response.explanation()).isEqualTo("""
                    workspace-service responded with status 200, but the response is invalid: the body has no valid value at $.items[0].name.
                      where: GET %s/workspaces, request req-00000042
                      fix:   verify workspace-service against pacts/api-gateway-workspace-service.json""".formatted(service.address()));
        }
    }

    @Test
    void a_body_that_is_not_json_is_named_as_such() throws IOException {
        try (var service = ServiceStandIn.respondingWith("<html>Welcome</html>")) {
            assertThat(list(service).explanation()).contains("is invalid: the body is not JSON.");
        }
    }

    @Test
    void an_empty_body_and_a_body_of_null_are_invalid() throws IOException {
        try (var empty = ServiceStandIn.respondingWith("");
                var none = ServiceStandIn.respondingWith("null")) {
            assertThat(list(empty).explanation()).contains("is invalid: the body has no valid value at $.");
            assertThat(list(none).explanation()).contains("is invalid: the body is null.");
        }
    }

    @Test
    void a_body_may_be_as_large_as_the_limit_and_not_a_byte_larger() throws IOException {
        var list = "{\"items\":[]}";
        var padding = " ".repeat(ServiceConnection.LARGEST_BODY - list.length());
        try (var large = ServiceStandIn.respondingWith(list + padding);
                var tooLarge = ServiceStandIn.respondingWith(list + padding + " ")) {
            var pages = new WorkspaceService(large.address(), TIMEOUTS).list(PageRequest.first(2), CALLER);

            assertThat(successOf(pages).items()).isEmpty();
            assertThat(list(tooLarge)).satisfies(response -> {
                assertThat(response.reason()).isEqualTo(Reason.UNREADABLE);
                assertThat(response.repeatable()).isFalse();
                assertThat(response.explanation()).isEqualTo("""
                        workspace-service responded with more than 1048576 bytes.
                          where: GET %s/workspaces, request req-00000042
                          fix:   check what is at that address: no response of workspace-service is that large""".formatted(tooLarge.address()));
            });
        }
    }

    @Test
    void an_endless_body_is_cut_off_at_the_limit() throws Exception {
        try (var service = BrokenService.flooding()) {
            var response = list(service.address());

            assertThat(response.explanation()).startsWith("workspace-service responded with more than 1048576 bytes.");
            assertThat(service.isLeftAlone()).isTrue();
        }
    }

    @Test
    void a_value_of_the_response_is_never_shown() throws IOException {
        try (var service = ServiceStandIn.respondingWith("{\"accessToken\":\"a secret with blanks\"}")) {
            var response = unavailabilityOf(new AuthService(service.address(), TIMEOUTS)
                    .refresh(new RefreshToken("refresh-secret"), CALLER.requestId()));

            assertThat(response.explanation())
                    .contains("the body has no valid value at $.accessToken.")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_workspace_without_a_version_is_unreadable_because_it_cannot_be_changed_safely() throws IOException {
        var workspace =
                "{\"id\":\"ws_42\",\"name\":\"Harvest\",\"role\":\"owner\",\"createdAt\":\"2026-01-15T09:30:00Z\"}";
        try (var service = ServiceStandIn.respondingWith(workspace)) {
            var response = unavailabilityOf(
                    new WorkspaceService(service.address(), TIMEOUTS).get(new WorkspaceId("ws_42"), CALLER));

            assertThat(response.explanation()).contains("is invalid: it has no valid ETag.");
        }
    }

    @Test
    void a_redirect_is_not_followed_because_the_token_would_go_with_it() throws IOException {
        try (var elsewhere = ServiceStandIn.respondingWith("{\"items\":[]}");
                var service = ServiceStandIn.respondingWith(
                        302, Map.of("Location", elsewhere.address() + "/workspaces"), "")) {
            assertThat(list(service).explanation())
                    .startsWith("workspace-service responded with status 302, but the response is invalid:"
                            + " the contract has no such status.");
        }
    }

    private static ServiceResponse.Unavailable<?> list(ServiceStandIn service) {
        return list(service.address());
    }

    private static ServiceResponse.Unavailable<?> list(URI address) {
        return unavailabilityOf(new WorkspaceService(address, TIMEOUTS).list(PageRequest.first(2), CALLER));
    }
}
