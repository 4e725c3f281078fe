package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.ADA;
import static dev.treaty.consumer.notifications.RecordedEvent.context;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is notified of what, word for word. */
class NotificationWriterTest {

    private static final EventContext WORKSPACE_CONTEXT =
            context(EventType.WORKSPACE_CREATED, "workspace-service", "ws_42");
    private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

    private final NotificationStore store = new InMemoryNotificationStore(100);
    private final NotificationWriter writer = new NotificationWriter(store);

    @BeforeEach
    void adaIsKnown() {
        store.remember(ADA);
    }

    @Test
    void a_user_who_registers_is_welcomed() {
        assertThat(writer.userRegistered(registrationOf(ADA)))
                .contains(new Notification(ADA.email(), "Welcome, Ada Lovelace", """
                        Hello Ada Lovelace,

                        your account is ready. You sign in with this address.
                        """));
    }

    @Test
    void an_owner_is_notified_that_a_workspace_is_ready() {
        assertThat(writer.workspaceCreated(new Event.WorkspaceCreated(WORKSPACE_CONTEXT, workspace("Harvest"))))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is ready", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" is ready since 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_owner_is_notified_of_both_names_of_a_workspace() {
        assertThat(writer.workspaceRenamed(
                        new Event.WorkspaceRenamed(WORKSPACE_CONTEXT, workspace("Vintage"), "Harvest")))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is now \"Vintage\"", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" was renamed to "Vintage" on 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_owner_is_notified_that_a_workspace_is_deleted() {
        assertThat(writer.workspaceDeleted(new Event.WorkspaceDeleted(WORKSPACE_CONTEXT, workspace("Harvest"))))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is deleted", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" was deleted on 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_invited_person_learns_who_invites_and_needs_no_account() {
        assertThat(writer.memberInvited(invitationBy("usr_42")))
                .contains(new Notification(GRACE, "Ada Lovelace invites you to \"Harvest\"", """
                        Hello,

                        Ada Lovelace invites you to the workspace "Harvest" as editor.
                        """));
    }

    @Test
    void an_invitation_by_an_unknown_person_is_not_sent() {
        assertThat(writer.memberInvited(invitationBy("usr_7"))).isEmpty();
    }

    @Test
    void a_name_forges_no_header_and_has_no_room_for_an_advertisement() {
        var forger = new Person("usr_43", ADA.email(), "Eve\r\nBcc: all@example.org\u2028" + "buy now! ".repeat(20));

        assertThat(writer.userRegistered(registrationOf(forger)).orElseThrow().subject())
                .startsWith("Welcome, Eve Bcc: all@example.org buy now! ")
                .endsWith("…")
                .hasSize("Welcome, ".length() + 81);
    }

    @Test
    void a_name_is_not_cut_in_the_middle_of_a_character() {
        var grapes = new Person("usr_43", ADA.email(), "\uD83C\uDF47".repeat(81));

        assertThat(writer.userRegistered(registrationOf(grapes)).orElseThrow().subject())
                .isEqualTo("Welcome, " + "\uD83C\uDF47".repeat(80) + "…");
    }

    private static Event.UserRegistered registrationOf(Person person) {
        return new Event.UserRegistered(context(EventType.USER_REGISTERED, "auth-service", person.id()), person);
    }

    private static Workspace workspace(String name) {
        return new Workspace("ws_42", name, "usr_42", 1);
    }

    private static Event.MemberInvited invitationBy(String inviter) {
        return new Event.MemberInvited(WORKSPACE_CONTEXT, new Invitation("ws_42", "Harvest", GRACE, "editor", inviter));
    }
}
