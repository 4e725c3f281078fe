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
    void a_missing_member_is_named_and_the_contract_too() throws IOException {
        try (var service = ServiceStandIn.answering("{\"items\":[{\"id\":\"ws_42\",\"role\":\"owner\"}]}")) {
            var answer = list(service);

            assertThat(answer.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(answer.repeatable()).isFalse();
            assertThat(answer.explanation()).isEqualTo("""
                    workspace-service answered with status 200, and the answer makes no sense: the body has nothing useful at $.items[0].name.
                      where: GET %s/workspaces, request req-00000042
                      fix:   verify workspace-service against pacts/api-gateway-workspace-service.json""".formatted(service.address()));
        }
    }

    @Test
    void a_body_that_is_not_json_is_named_as_such() throws IOException {
        try (var service = ServiceStandIn.answering("<html>Welcome</html>")) {
            assertThat(list(service).explanation()).contains("makes no sense: the body is not JSON.");
        }
    }

    @Test
    void an_empty_body_and_a_body_of_null_have_nothing_useful() throws IOException {
        try (var empty = ServiceStandIn.answering("");
                var none = ServiceStandIn.answering("null")) {
            assertThat(list(empty).explanation()).contains("makes no sense: the body has nothing useful at $.");
            assertThat(list(none).explanation()).contains("makes no sense: the body is null.");
        }
    }

    @Test
    void a_body_may_be_as_large_as_the_limit_and_not_a_byte_larger() throws IOException {
        var list = "{\"items\":[]}";
        var padding = " ".repeat(ServiceConnection.LARGEST_BODY - list.length());
        try (var large = ServiceStandIn.answering(list + padding);
                var tooLarge = ServiceStandIn.answering(list + padding + " ")) {
            var pages = new WorkspaceService(large.address(), TIMEOUTS).list(PageRequest.first(2), CALLER);

            assertThat(successOf(pages).items()).isEmpty();
            assertThat(list(tooLarge)).satisfies(answer -> {
                assertThat(answer.reason()).isEqualTo(Reason.UNREADABLE);
                assertThat(answer.repeatable()).isFalse();
                assertThat(answer.explanation()).isEqualTo("""
                        workspace-service answered with more than 1048576 bytes.
                          where: GET %s/workspaces, request req-00000042
                          fix:   see what is at that address: no answer of workspace-service is so large""".formatted(tooLarge.address()));
            });
        }
    }

    @Test
    void a_body_without_end_is_let_go_of_at_the_limit() throws Exception {
        try (var service = BrokenService.flooding()) {
            var answer = list(service.address());

            assertThat(answer.explanation()).startsWith("workspace-service answered with more than 1048576 bytes.");
            assertThat(service.isLeftAlone()).isTrue();
        }
    }

    @Test
    void a_value_of_the_answer_is_never_shown() throws IOException {
        try (var service = ServiceStandIn.answering("{\"accessToken\":\"a secret with blanks\"}")) {
            var answer = unavailabilityOf(new AuthService(service.address(), TIMEOUTS)
                    .refresh(new RefreshToken("refresh-secret"), CALLER.requestId()));

            assertThat(answer.explanation())
                    .contains("the body has nothing useful at $.accessToken.")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_workspace_without_a_version_is_unreadable_because_it_cannot_be_changed_safely() throws IOException {
        var workspace =
                "{\"id\":\"ws_42\",\"name\":\"Harvest\",\"role\":\"owner\",\"createdAt\":\"2026-01-15T09:30:00Z\"}";
        try (var service = ServiceStandIn.answering(workspace)) {
            var answer = unavailabilityOf(
                    new WorkspaceService(service.address(), TIMEOUTS).get(new WorkspaceId("ws_42"), CALLER));

            assertThat(answer.explanation()).contains("makes no sense: it has no valid ETag.");
        }
    }

    @Test
    void a_redirect_is_not_followed_because_the_token_would_go_with_it() throws IOException {
        try (var elsewhere = ServiceStandIn.answering("{\"items\":[]}");
                var service =
                        ServiceStandIn.answering(302, Map.of("Location", elsewhere.address() + "/workspaces"), "")) {
            assertThat(list(service).explanation())
                    .startsWith("workspace-service answered with status 302, and the answer makes no sense:"
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
