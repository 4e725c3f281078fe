package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.refusalOf;
import static dev.treaty.consumer.apigateway.http.Responses.successOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.Credentials;
import dev.treaty.consumer.apigateway.auth.NewUser;
import dev.treaty.consumer.apigateway.auth.Password;
import dev.treaty.consumer.apigateway.auth.RefreshToken;
import dev.treaty.consumer.apigateway.auth.User;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceRequestTest {

    private static final String NO_ITEMS = "{\"items\":[]}";

    @Test
    void a_request_has_the_callers_token_and_the_request_id_and_no_hop_by_hop_header() throws IOException {
        try (var service = ServiceStandIn.respondingWith(NO_ITEMS)) {
            successOf(new WorkspaceService(service.address(), TIMEOUTS).list(PageRequest.first(2), CALLER));

            var headers = service.received().headers();
            assertThat(headers)
                    .containsEntry(
                            "Authorization",
                            List.of("Bearer " + CALLER.accessToken().value()))
                    .containsEntry("X-Request-Id", List.of("req-00000042"));
            assertThat(headers.keySet())
                    .isSubsetOf("Accept", "Authorization", "Content-length", "Host", "User-agent", "X-request-id");
        }
    }

    @Test
    void auth_service_receives_no_access_token() throws IOException {
        try (var service = ServiceStandIn.respondingWith(204)) {
            successOf(new AuthService(service.address(), TIMEOUTS)
                    .revoke(new RefreshToken("refresh-42"), CALLER.requestId()));

            var received = service.received();
            assertThat(received.headers()).doesNotContainKey("Authorization");
            assertThat(received.body()).isEqualTo("{\"refreshToken\":\"refresh-42\"}");
        }
    }

    @Test
    void an_unknown_client_address_is_not_invented() throws IOException {
        try (var service = ServiceStandIn.respondingWith(401)) {
            var credentials = new Credentials("ada@example.org", new Password("secret"));

            refusalOf(new AuthService(service.address(), TIMEOUTS)
                    .signIn(credentials, Optional.empty(), CALLER.requestId()));

            assertThat(service.received().headers()).doesNotContainKey("X-Forwarded-For");
        }
    }

    @Test
    void a_cursor_is_encoded_whatever_it_contains() throws IOException {
        try (var service = ServiceStandIn.respondingWith(NO_ITEMS)) {
            var page = PageRequest.after("a b+c&limit=1000#/", 2);

            successOf(new WorkspaceService(service.address(), TIMEOUTS).list(page, CALLER));

            assertThat(service.received().target())
                    .isEqualTo(URI.create("/workspaces?limit=2&cursor=a%20b%2Bc%26limit%3D1000%23%2F"));
        }
    }

    @Test
    void the_path_of_the_services_address_is_kept() throws IOException {
        try (var service = ServiceStandIn.respondingWith(NO_ITEMS)) {
            var address = URI.create(service.address() + "/internal/");

            successOf(new WorkspaceService(address, TIMEOUTS).list(PageRequest.first(2), CALLER));

            assertThat(service.received().target()).isEqualTo(URI.create("/internal/workspaces?limit=2"));
        }
    }

    @Test
    void additional_members_are_skipped() throws IOException {
        var user = "{\"id\":\"usr_42\",\"email\":\"ada@example.org\",\"name\":\"Ada\",\"plan\":{\"seats\":5}}";
        try (var service = ServiceStandIn.respondingWith(201, Map.of("Content-Type", "application/json"), user)) {
            var newUser = new NewUser("ada@example.org", new Password("secret"), "Ada");

            var response = new AuthService(service.address(), TIMEOUTS).register(newUser, CALLER.requestId());

            assertThat(successOf(response)).isEqualTo(new User("usr_42", "ada@example.org", "Ada"));
        }
    }
}
