package dev.treaty.stubs.samsara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final String FEED = "/fleet/vehicles/stats/feed?types=gps";

    private final Organisation organisation = Organisation.create();

    @Test
    void a_cursor_is_accepted_for_thirty_days_of_the_clock() {
        var cursor = organisation.get(FEED).endCursor();

        organisation.advance("P29D");
        var inTime = organisation.get(FEED + "&after=" + cursor);
        organisation.advance("P1DT1S");
        var late = organisation.get(FEED + "&after=" + cursor);

        assertThat(inTime.status()).isEqualTo(200);
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.message()).contains("older than 30 days");
    }

    @Test
    void a_cursor_of_another_list_and_one_that_was_changed_are_refused() {
        var cursor = organisation.get(FEED).endCursor();

        assertThat(organisation.get("/fleet/vehicles?after=" + cursor).status()).isEqualTo(400);
        assertThat(organisation.get(FEED + "&after=" + cursor + "A").status()).isEqualTo(400);
        assertThat(organisation.get(FEED + "&after=" + organisation.now()).status())
                .isEqualTo(400);
    }

    @Test
    void a_list_has_a_cursor_on_its_last_page_and_none_after_it() {
        var first = organisation.get("/fleet/vehicles?limit=2");
        var last = organisation.get("/fleet/vehicles?limit=2&after=" + first.endCursor());
        var beyond = organisation.get("/fleet/vehicles?limit=2&after=" + last.endCursor());

        assertThat(first.hasNextPage()).isTrue();
        assertThat(first.data()).hasSize(2);
        assertThat(last.hasNextPage()).isFalse();
        assertThat(last.data()).hasSize(1);
        assertThat(last.endCursor()).isNotEmpty();
        assertThat(beyond.data()).isEmpty();
        assertThat(beyond.endCursor()).isEmpty();
    }
}
