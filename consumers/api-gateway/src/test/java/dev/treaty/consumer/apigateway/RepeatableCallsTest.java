package dev.treaty.consumer.apigateway;

import static dev.treaty.consumer.apigateway.Answers.unavailabilityOf;
import static dev.treaty.consumer.apigateway.Recorded.CALLER;
import static dev.treaty.consumer.apigateway.Recorded.TIMEOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which calls the gateway may send again when nobody knows whether the first one was heeded. */
class RepeatableCallsTest {

    private static final RequestId REQUEST = CALLER.requestId();
    private static final WorkspaceId ID = new WorkspaceId("ws_42");
    private static final MemberId MEMBER = new MemberId("inv_42");
    private static final EntityTag VERSION = new EntityTag("\"1\"");
    private static final Password PASSWORD = new Password("secret");

    @Test
    void calls_that_change_nothing_or_are_made_to_be_repeated_are_repeatable() throws IOException {
        try (var service = CannedService.answering(500)) {
            var auth = new AuthService(service.address(), TIMEOUTS);
            var workspaces = new WorkspaceService(service.address(), TIMEOUTS);

            assertThat(Stream.<Answer<?>>of(
                            auth.keySet(REQUEST),
                            auth.revoke(new RefreshToken("refresh-42"), REQUEST),
                            workspaces.create("Harvest", new IdempotencyKey("key-42"), CALLER),
                            workspaces.list(PageRequest.first(2), CALLER),
                            workspaces.get(ID, CALLER),
                            workspaces.members().list(ID, CALLER),
                            workspaces.members().join(ID, MEMBER, CALLER)))
                    .allMatch(answer -> unavailabilityOf(answer).repeatable());
        }
    }

    @Test
    void calls_that_would_do_twice_or_be_refused_the_second_time_are_not() throws IOException {
        try (var service = CannedService.answering(500)) {
            var auth = new AuthService(service.address(), TIMEOUTS);
            var workspaces = new WorkspaceService(service.address(), TIMEOUTS);

            assertThat(Stream.<Answer<?>>of(
                            auth.register(new NewUser("ada@example.org", PASSWORD, "Ada Lovelace"), REQUEST),
                            auth.signIn(new Credentials("ada@example.org", PASSWORD), Optional.empty(), REQUEST),
                            auth.refresh(new RefreshToken("refresh-42"), REQUEST),
                            workspaces.rename(ID, "Vintage", VERSION, CALLER),
                            workspaces.delete(ID, VERSION, CALLER),
                            workspaces.members().invite(ID, new Invitation("grace@example.org", "editor"), CALLER),
                            workspaces.members().remove(ID, MEMBER, CALLER)))
                    .noneMatch(answer -> unavailabilityOf(answer).repeatable());
        }
    }
}
