package dev.treaty.consumer.notifications;

import static dev.treaty.consumer.notifications.RecordedEvent.ADA;
import static dev.treaty.consumer.notifications.RecordedEvent.context;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is notified of what, word for word. */
class LettersTest {

    private static final EventContext WORKSPACE_CONTEXT =
            context(EventType.WORKSPACE_CREATED, "workspace-service", "ws_42");
    private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

    private final Memory memory = new TransientMemory(100);
    private final Letters letters = new Letters(memory);

    @BeforeEach
    void adaIsKnown() {
        memory.remember(ADA);
    }

    @Test
    void a_user_who_registers_is_welcomed() {
        assertThat(letters.userRegistered(registrationOf(ADA)))
                .contains(new Notification(ADA.email(), "Welcome, Ada Lovelace", """
                        Hello Ada Lovelace,

                        your account is ready. You sign in with this address.
                        """));
    }

    @Test
    void an_owner_is_told_that_a_workspace_is_ready() {
        assertThat(letters.workspaceCreated(new Event.WorkspaceCreated(WORKSPACE_CONTEXT, workspace("Harvest"))))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is ready", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" is ready since 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_owner_is_told_both_names_of_a_workspace() {
        assertThat(letters.workspaceRenamed(
                        new Event.WorkspaceRenamed(WORKSPACE_CONTEXT, workspace("Vintage"), "Harvest")))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is now \"Vintage\"", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" was renamed to "Vintage" on 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_owner_is_told_that_a_workspace_is_gone() {
        assertThat(letters.workspaceDeleted(new Event.WorkspaceDeleted(WORKSPACE_CONTEXT, workspace("Harvest"))))
                .contains(new Notification(ADA.email(), "Your workspace \"Harvest\" is deleted", """
                        Hello Ada Lovelace,

                        your workspace "Harvest" was deleted on 15 January 2026 at 09:30 UTC.
                        """));
    }

    @Test
    void an_invited_person_is_told_by_whom_and_needs_no_account() {
        assertThat(letters.memberInvited(invitationBy("usr_42")))
                .contains(new Notification(GRACE, "Ada Lovelace invites you to \"Harvest\"", """
                        Hello,

                        Ada Lovelace invites you to the workspace "Harvest" as editor.
                        """));
    }

    @Test
    void nobody_is_invited_by_somebody_who_is_not_known() {
        assertThat(letters.memberInvited(invitationBy("usr_7"))).isEmpty();
    }

    @Test
    void a_name_forges_no_header_and_has_no_room_for_an_advertisement() {
        var forger = new Person("usr_43", ADA.email(), "Eve\r\nBcc: all@example.org\u2028" + "buy now! ".repeat(20));

        assertThat(letters.userRegistered(registrationOf(forger)).orElseThrow().subject())
                .startsWith("Welcome, Eve Bcc: all@example.org buy now! ")
                .endsWith("…")
                .hasSize("Welcome, ".length() + 81);
    }

    @Test
    void a_name_is_not_cut_in_the_middle_of_a_character() {
        var grapes = new Person("usr_43", ADA.email(), "\uD83C\uDF47".repeat(81));

        assertThat(letters.userRegistered(registrationOf(grapes)).orElseThrow().subject())
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
