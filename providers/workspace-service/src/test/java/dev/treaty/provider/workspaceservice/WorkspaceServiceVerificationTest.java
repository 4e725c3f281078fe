package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.junit.RunningServiceVerification;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.verification.contracts.ContractInteraction;
import dev.treaty.provider.verification.targets.SentMessage;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the reference service against its contracts, or with {@code -Dworkspace-service.url=…} the one at that URL.
 */
@Provider("workspace-service")
class WorkspaceServiceVerificationTest extends RunningServiceVerification {

    private @Nullable WorkspaceService service;

    @Override
    protected URI start() {
        service = WorkspaceService.start(
                ServiceOptions.embedded()
                        .withDatabase(WorkspaceDatabases.create())
                        .withProviderStates(),
                WorkspaceSettings.defaults(),
                TestKeys.inOrder());
        return service.url();
    }

    @Override
    protected void stop() {
        service().close();
    }

    /** Interactions may share a user, but not a workspace, a name or an idempotency key. */
    @Override
    protected Collection<String> collisions(ContractInteraction interaction) {
        var keys = new TreeSet<>(super.collisions(interaction));
        keys.removeIf(key -> key.startsWith("usr_"));
        if (interaction.interaction() instanceof SynchronousHttp http) {
            keys.addAll(http.getRequest().getHeaders().getOrDefault("Idempotency-Key", List.of()));
        }
        return keys;
    }

    @Override
    protected SentMessage message(ContractInteraction interaction) {
        var last = interaction.states().get(interaction.states().size() - 1);
        var sent = new WorkspaceEvents(service().database().jdbi())
                .newest(String.valueOf(last.getName()), last.getParams())
                .orElseThrow(() -> new AssertionError("no event about the workspace is in the outbox"));
        return new SentMessage(
                sent.content().getBytes(UTF_8), sent.contentType(), Map.of("contentType", sent.contentType()));
    }

    @State(WorkspaceStates.SIGNED_IN)
    Map<String, Object> aUserIsSignedIn(Map<String, Object> user) {
        return enter(WorkspaceStates.SIGNED_IN, user);
    }

    @State(WorkspaceStates.EXPIRED)
    Map<String, Object> anAccessTokenIsExpired(Map<String, Object> token) {
        return enter(WorkspaceStates.EXPIRED, token);
    }

    @State(WorkspaceStates.EXISTS)
    Map<String, Object> aWorkspaceExists(Map<String, Object> workspace) {
        return enter(WorkspaceStates.EXISTS, workspace);
    }

    @State(WorkspaceStates.NONE)
    Map<String, Object> noWorkspaceExists(Map<String, Object> workspace) {
        return enter(WorkspaceStates.NONE, workspace);
    }

    @State(WorkspaceStates.FREE_NAME)
    Map<String, Object> aWorkspaceNameIsFree(Map<String, Object> name) {
        return enter(WorkspaceStates.FREE_NAME, name);
    }

    @State(WorkspaceStates.MEMBER)
    Map<String, Object> aUserIsAMember(Map<String, Object> member) {
        return enter(WorkspaceStates.MEMBER, member);
    }

    @State(WorkspaceStates.MEMBER_OF_SEVERAL)
    Map<String, Object> aUserIsAMemberOfWorkspaces(Map<String, Object> member) {
        return enter(WorkspaceStates.MEMBER_OF_SEVERAL, member);
    }

    @State(WorkspaceStates.KEY_USED)
    Map<String, Object> anIdempotencyKeyIsUsed(Map<String, Object> key) {
        return enter(WorkspaceStates.KEY_USED, key);
    }

    @State(WorkspaceStates.CREATED)
    Map<String, Object> aWorkspaceIsCreated(Map<String, Object> workspace) {
        return enter(WorkspaceStates.CREATED, workspace);
    }

    @State(WorkspaceStates.RENAMED)
    Map<String, Object> aWorkspaceIsRenamed(Map<String, Object> workspace) {
        return enter(WorkspaceStates.RENAMED, workspace);
    }

    @State(WorkspaceStates.DELETED)
    Map<String, Object> aWorkspaceIsDeleted(Map<String, Object> workspace) {
        return enter(WorkspaceStates.DELETED, workspace);
    }

    @State(WorkspaceStates.INVITED)
    Map<String, Object> aPersonIsInvited(Map<String, Object> invitation) {
        return enter(WorkspaceStates.INVITED, invitation);
    }

    @State(
            value = {
                WorkspaceStates.EXISTS,
                WorkspaceStates.FREE_NAME,
                WorkspaceStates.MEMBER_OF_SEVERAL,
                WorkspaceStates.CREATED,
            },
            action = StateChangeAction.TEARDOWN)
    void nothingIsLeft(Map<String, Object> parameters) {
        service().states().leave("any", parameters);
    }

    private Map<String, Object> enter(String state, Map<String, Object> parameters) {
        return service().states().enter(state, parameters);
    }

    private WorkspaceService service() {
        return Objects.requireNonNull(service, "the service is started before its states are entered");
    }
}
