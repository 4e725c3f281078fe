package dev.treaty.consumer.incidentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.recording.Examples;
import org.junit.jupiter.api.Test;

class IncidentDeskTest {

    private static final String KEY = "https://treaty.dev/services/environment-cloner#evt-42";

    private static final EventId ID = new EventId("https://treaty.dev/services/environment-cloner", "evt-42");
    private static final EventContext CONTEXT = new EventContext(ID, "irrelevant here", "cln_42", Examples.NOW);
    private static final CloneReference CLONE = new CloneReference("cln_42", "production", "training");

    @Test
    void whoever_touches_production_causes_a_page() {
        var event = new Event.ProductionAccessRefused(
                CONTEXT, "production", "usr_42", "a clone of training into production", Wall.SERVER_IDENTITY);

        assertThat(IncidentDesk.reactTo(event))
                .isEqualTo(new Reaction.PageSomebody(
                        KEY,
                        "usr_42 asked for a clone of training into production; a wall of production refused it (server identity)",
                        "ask usr_42 what they wanted; check who else has their access"));
    }

    @Test
    void a_failure_that_left_a_target_in_ruins_causes_a_page() {
        assertThat(IncidentDesk.reactTo(failed(false)))
                .isEqualTo(new Reaction.PageSomebody(
                        KEY,
                        "The clone cln_42 of production into training failed while swapping and was not rolled back: The disk is full",
                        "make room on the server of training"));
    }

    @Test
    void a_failure_that_changed_nothing_is_noted() {
        assertThat(IncidentDesk.reactTo(failed(true)))
                .isEqualTo(new Reaction.TakeNote(
                        KEY,
                        "The clone cln_42 of production into training failed while swapping: The disk is full."
                                + " To fix it, make room on the server of training"));
    }

    @Test
    void what_somebody_may_miss_tomorrow_is_noted() {
        assertThat(IncidentDesk.reactTo(new Event.EnvironmentRestored(CONTEXT, "training", "bak_42", "usr_42")))
                .isEqualTo(new Reaction.TakeNote(KEY, "usr_42 restored training from backup bak_42"));
        assertThat(IncidentDesk.reactTo(new Event.BackupExpires(CONTEXT, "bak_42", "training", Examples.NOW)))
                .isEqualTo(new Reaction.TakeNote(
                        KEY, "Backup bak_42 of training will be deleted at 2026-01-15T09:30:00Z"));
    }

    @Test
    void what_is_as_somebody_wanted_it_is_ignored() {
        assertThat(IncidentDesk.reactTo(new Event.CloneCompleted(CONTEXT, CLONE)))
                .isEqualTo(new Reaction.Ignore());
        assertThat(IncidentDesk.reactTo(new Event.CloneCancelled(CONTEXT, CLONE, "usr_42")))
                .isEqualTo(new Reaction.Ignore());
        assertThat(IncidentDesk.reactTo(new Event.Unknown(ID, "dev.treaty.clone.queued.v1")))
                .isEqualTo(new Reaction.Ignore());
    }

    @Test
    void every_delivery_of_an_event_has_the_same_key() {
        assertThat(IncidentDesk.reactTo(failed(true))).isEqualTo(IncidentDesk.reactTo(failed(true)));
    }

    @Test
    void a_summary_is_one_line_without_control_characters() {
        var event = new Event.ProductionAccessRefused(
                CONTEXT, "production", "usr_42", "a clone\nof \u001b[31mtraining", Wall.KIND);

        assertThat(IncidentDesk.reactTo(event))
                .isInstanceOfSatisfying(
                        Reaction.PageSomebody.class,
                        page -> assertThat(page.summary()).startsWith("usr_42 asked for a clone of [31mtraining;"));
    }

    private static Event failed(boolean rolledBack) {
        return new Event.CloneFailed(
                CONTEXT,
                CLONE,
                "swapping",
                rolledBack,
                new Event.Reason(
                        "https://treaty.dev/problems/about",
                        "The disk is full",
                        "make room on the server of training"));
    }
}
