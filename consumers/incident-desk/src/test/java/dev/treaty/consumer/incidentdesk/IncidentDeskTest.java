package dev.treaty.consumer.incidentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.recording.Examples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"down, true", "slow, false", "limited, false"})
    void only_a_vendor_that_is_down_causes_a_page(String status, boolean wakes) {
        var breach = new Event.Breach("errors", new BigDecimal("5.0"), new BigDecimal("10.0"));
        var event = new Event.VendorDegraded(CONTEXT, "stripe", status, List.of(breach));

        var reaction = IncidentDesk.reactTo(event);
        assertThat(reaction instanceof Reaction.PageSomebody).isEqualTo(wakes);
        assertThat(reaction.toString()).contains("stripe is %s: errors 10 instead of 5".formatted(status));
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "0, false"})
    void only_a_key_that_is_overdue_causes_a_page(int daysLeft, boolean wakes) {
        var event = new Event.KeyExpires(CONTEXT, "airtable", LocalDate.of(2026, 1, 29), daysLeft);

        assertThat(IncidentDesk.reactTo(event) instanceof Reaction.PageSomebody).isEqualTo(wakes);
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
