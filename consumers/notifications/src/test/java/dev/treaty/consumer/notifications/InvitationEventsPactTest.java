package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.USER_ID;
import static dev.treaty.consumer.notifications.RecordedEvent.WORKSPACE_ID;
import static dev.treaty.consumer.notifications.RecordedEvent.adasWorkspace;
import static dev.treaty.consumer.notifications.RecordedEvent.context;
import static dev.treaty.consumer.notifications.RecordedEvent.read;
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
class InvitationEventsPactTest {

    @Pact(consumer = "notifications", provider = "workspace-service")
    V4Pact memberInvited(PactBuilder workspaceService) {
        return workspaceEvent(
                adasWorkspace(workspaceService)
                        .given(
                                "an invitation exists",
                                Map.of(
                                        "email", "grace@example.org",
                                        "invitedBy", "usr_42",
                                        "role", "editor",
                                        "workspace", "ws_42")),
                "a member.invited event",
                EventType.MEMBER_INVITED,
                invitation -> {
                    invitation.object("workspace", workspace -> {
                        workspace.stringMatcher("id", WORKSPACE_ID, "ws_42");
                        workspace.stringValue("name", "Harvest");
                    });
                    invitation.stringValue("email", "grace@example.org");
                    invitation.stringValue("role", "editor");
                    invitation.stringMatcher("invitedBy", USER_ID, "usr_42");
                });
    }

    @Test
    @PactTestFor(pactMethod = "memberInvited", providerType = ProviderType.ASYNCH)
    void an_invitation_event_contains_inviter_invitee_and_workspace(V4Interaction.AsynchronousMessage message) {
        assertThat(read(message))
                .isEqualTo(new EventReadResult.Read(new Event.MemberInvited(
                        context(EventType.MEMBER_INVITED, "workspace-service", "ws_42"),
                        new Invitation(
                                "ws_42", "Harvest", new EmailAddress("grace@example.org"), "editor", "usr_42"))));
    }
}
