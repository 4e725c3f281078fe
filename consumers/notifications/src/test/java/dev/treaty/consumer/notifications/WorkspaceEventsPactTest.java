package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.adasWorkspace;
import static dev.treaty.consumer.notifications.RecordedEvent.read;
import static dev.treaty.consumer.notifications.RecordedEvent.workspace;
import static dev.treaty.consumer.notifications.RecordedEvent.workspaceEvent;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class WorkspaceEventsPactTest {

    @Pact(consumer = "notifications", provider = "workspace-service")
    V4Pact workspaceCreated(PactBuilder workspaceService) {
        return workspaceEvent(
                workspaceService.given("a workspace has been created", Map.of("name", "Harvest", "owner", "usr_42")),
                "a workspace.created event",
                EventType.WORKSPACE_CREATED,
                data -> workspace(data, "Harvest", 1));
    }

    @Test
    @PactTestFor(pactMethod = "workspaceCreated", providerType = ProviderType.ASYNCH)
    void a_creation_event_contains_the_owner(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.WorkspaceCreated(
                        context(EventType.WORKSPACE_CREATED), new Workspace("ws_42", "Harvest", "usr_42", 1))));
    }

    @Pact(consumer = "notifications", provider = "workspace-service")
    V4Pact workspaceRenamed(PactBuilder workspaceService) {
        return workspaceEvent(
                adasWorkspace(workspaceService)
                        .given(
                                "a workspace has been renamed",
                                Map.of("id", "ws_42", "name", "Vintage", "previousName", "Harvest")),
                "a workspace.renamed event",
                EventType.WORKSPACE_RENAMED,
                data -> {
                    workspace(data, "Vintage", 2);
                    data.stringValue("previousName", "Harvest");
                });
    }

    @Test
    @PactTestFor(pactMethod = "workspaceRenamed", providerType = ProviderType.ASYNCH)
    void a_renaming_event_contains_the_previous_name(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.WorkspaceRenamed(
                        context(EventType.WORKSPACE_RENAMED),
                        new Workspace("ws_42", "Vintage", "usr_42", 2),
                        "Harvest")));
    }

    @Pact(consumer = "notifications", provider = "workspace-service")
    V4Pact workspaceDeleted(PactBuilder workspaceService) {
        return workspaceEvent(
                adasWorkspace(workspaceService).given("a workspace has been deleted", Map.of("id", "ws_42")),
                "a workspace.deleted event",
                EventType.WORKSPACE_DELETED,
                data -> workspace(data, "Harvest", 2));
    }

    @Test
    @PactTestFor(pactMethod = "workspaceDeleted", providerType = ProviderType.ASYNCH)
    void a_deletion_event_contains_the_workspace(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.WorkspaceDeleted(
                        context(EventType.WORKSPACE_DELETED), new Workspace("ws_42", "Harvest", "usr_42", 2))));
    }

    private static EventContext context(EventType type) {
        return RecordedEvent.context(type, "workspace-service", "ws_42");
    }
}
