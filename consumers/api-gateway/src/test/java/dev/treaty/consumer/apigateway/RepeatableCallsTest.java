package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.http.RecordedInteraction.CALLER;
import static dev.treaty.consumer.apigateway.http.RecordedInteraction.TIMEOUTS;
import static dev.treaty.consumer.apigateway.http.Responses.unavailabilityOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.apigateway.auth.AuthService;
import dev.treaty.consumer.apigateway.auth.Credentials;
import dev.treaty.consumer.apigateway.auth.NewUser;
import dev.treaty.consumer.apigateway.auth.Password;
import dev.treaty.consumer.apigateway.auth.RefreshToken;
import dev.treaty.consumer.apigateway.http.RequestId;
import dev.treaty.consumer.apigateway.http.ServiceResponse;
import dev.treaty.consumer.apigateway.http.ServiceStandIn;
import dev.treaty.consumer.apigateway.workspaces.IdempotencyKey;
import dev.treaty.consumer.apigateway.workspaces.IfMatch;
import dev.treaty.consumer.apigateway.workspaces.Invitation;
import dev.treaty.consumer.apigateway.workspaces.MemberId;
import dev.treaty.consumer.apigateway.workspaces.PageRequest;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceId;
import dev.treaty.consumer.apigateway.workspaces.WorkspaceService;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which calls the gateway may send again when it is unknown whether the first one was carried out. */
class RepeatableCallsTest {

    private static final RequestId REQUEST = CALLER.requestId();
    private static final WorkspaceId ID = new WorkspaceId("ws_42");
    private static final MemberId MEMBER = new MemberId("inv_42");
    private static final IfMatch VERSION = new IfMatch("\"1\"");
    private static final Password PASSWORD = new Password("secret");

    @Test
    void calls_that_change_nothing_or_are_designed_for_repetition_are_repeatable() throws IOException {
        try (var service = ServiceStandIn.respondingWith(500)) {
            var auth = new AuthService(service.address(), TIMEOUTS);
            var workspaces = new WorkspaceService(service.address(), TIMEOUTS);

            assertThat(Stream.<ServiceResponse<?>>of(
                            auth.keySet(REQUEST),
                            auth.revoke(new RefreshToken("refresh-42"), REQUEST),
                            workspaces.create("Harvest", new IdempotencyKey("key-42"), CALLER),
                            workspaces.list(PageRequest.first(2), CALLER),
                            workspaces.get(ID, CALLER),
                            workspaces.members().list(ID, CALLER),
                            workspaces.members().join(ID, MEMBER, CALLER)))
                    .allMatch(response -> unavailabilityOf(response).repeatable());
        }
    }

    @Test
    void calls_that_would_take_effect_twice_or_be_refused_the_second_time_are_not() throws IOException {
        try (var service = ServiceStandIn.respondingWith(500)) {
            var auth = new AuthService(service.address(), TIMEOUTS);
            var workspaces = new WorkspaceService(service.address(), TIMEOUTS);

            assertThat(Stream.<ServiceResponse<?>>of(
                            auth.register(new NewUser("ada@example.org", PASSWORD, "Ada Lovelace"), REQUEST),
                            auth.signIn(new Credentials("ada@example.org", PASSWORD), Optional.empty(), REQUEST),
                            auth.refresh(new RefreshToken("refresh-42"), REQUEST),
                            workspaces.rename(ID, "Vintage", VERSION, CALLER),
                            workspaces.delete(ID, VERSION, CALLER),
                            workspaces.members().invite(ID, new Invitation("grace@example.org", "editor"), CALLER),
                            workspaces.members().remove(ID, MEMBER, CALLER)))
                    .noneMatch(response -> unavailabilityOf(response).repeatable());
        }
    }
}
