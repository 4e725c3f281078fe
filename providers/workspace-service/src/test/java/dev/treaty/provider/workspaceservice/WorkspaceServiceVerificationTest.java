package dev.treaty.provider.workspaceservice;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import dev.treaty.provider.service.ServiceOptions;
import dev.treaty.provider.testing.TestKeys;
import dev.treaty.provider.verification.RunningServiceVerification;
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
 * Holds the service to its contracts: the reference service, or with {@code -Dworkspace-service.url=…} one that runs
 * elsewhere.
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
                Configuration.none(),
                () -> new StateTokens(TestKeys.key(1, "provider-states"), Configuration.none()));
        return service.url();
    }

    @Override
    protected void stop() {
        service().close();
    }

    /** A user may have many workspaces at a time; of a workspace, a name and an idempotency key there is one. */
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

    @State("a user is signed in")
    Map<String, Object> aUserIsSignedIn(Map<String, Object> user) {
        return enter("a user is signed in", user);
    }

    @State("an access token has expired")
    Map<String, Object> anAccessTokenIsExpired(Map<String, Object> token) {
        return enter("an access token has expired", token);
    }

    @State("a workspace exists")
    Map<String, Object> aWorkspaceExists(Map<String, Object> workspace) {
        return enter("a workspace exists", workspace);
    }

    @State("no workspace exists")
    Map<String, Object> noWorkspaceExists(Map<String, Object> workspace) {
        return enter("no workspace exists", workspace);
    }

    @State("a workspace name is available")
    Map<String, Object> aWorkspaceNameIsFree(Map<String, Object> name) {
        return enter("a workspace name is available", name);
    }

    @State("a user is a member")
    Map<String, Object> aUserIsAMember(Map<String, Object> member) {
        return enter("a user is a member", member);
    }

    @State("a user is a member of several workspaces")
    Map<String, Object> aUserIsAMemberOfWorkspaces(Map<String, Object> member) {
        return enter("a user is a member of several workspaces", member);
    }

    @State("an idempotency key has been used")
    Map<String, Object> anIdempotencyKeyIsUsed(Map<String, Object> key) {
        return enter("an idempotency key has been used", key);
    }

    @State("a workspace has been created")
    Map<String, Object> aWorkspaceIsCreated(Map<String, Object> workspace) {
        return enter("a workspace has been created", workspace);
    }

    @State("a workspace has been renamed")
    Map<String, Object> aWorkspaceIsRenamed(Map<String, Object> workspace) {
        return enter("a workspace has been renamed", workspace);
    }

    @State("a workspace has been deleted")
    Map<String, Object> aWorkspaceIsDeleted(Map<String, Object> workspace) {
        return enter("a workspace has been deleted", workspace);
    }

    @State("an invitation exists")
    Map<String, Object> aPersonIsInvited(Map<String, Object> invitation) {
        return enter("an invitation exists", invitation);
    }

    @State(
            value = {
                "a workspace exists",
                "a workspace name is available",
                "a user is a member of several workspaces",
                "a workspace has been created",
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
