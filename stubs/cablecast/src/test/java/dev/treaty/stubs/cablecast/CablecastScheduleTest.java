package dev.treaty.stubs.cablecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@StubServer("cablecast")
class CablecastScheduleTest {

    private final CablecastClient cablecast;

    CablecastScheduleTest(String cablecast) {
        this.cablecast = CablecastClient.withNewStation(cablecast);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T23:30:00Z,      1, 409",
        "2026-01-16T00:15:00Z,      1, 409",
        "2026-01-15T22:31:00Z,      1, 409",
        "2026-01-16T01:00:00+01:00, 1, 409",
        "2026-01-15T22:30:00Z,      1, 200",
        "2026-01-16T00:30:00Z,      1, 200",
        "2026-01-15T23:30:00Z,      2, 200"
    })
    void a_show_conflicts_with_what_runs_on_the_channel_meanwhile(String time, int channel, int status) {
        var show = hourLongShow();
        schedule(show, 1, "2026-01-15T23:30:00Z");

        assertThat(schedule(show, channel, time).status()).isEqualTo(status);
    }

    @Test
    void the_refusal_names_the_other_item_and_nothing_is_scheduled() {
        var show = hourLongShow();
        schedule(show, 1, "2026-01-15T18:00:00Z");

        var refused = schedule(show, 1, "2026-01-15T18:30:00Z");

        assertThat(refused)
                .hasToString(
                        "409 {\"message\":\"The scheduleItem conflicts with scheduleItem 1, which runs on channel 1 at"
                                + " 2026-01-15T18:00:00Z.\"}");
        assertThat(cablecast
                        .get("/scheduleitems")
                        .body()
                        .path("meta")
                        .path("count")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_deleted_item_makes_room() {
        var show = hourLongShow();
        var id = schedule(show, 1, "2026-01-15T18:00:00Z")
                .body()
                .path("scheduleItem")
                .path("id")
                .asText();

        cablecast.put("/scheduleitems/" + id, Map.of("scheduleItem", Map.of("deleted", true)));

        assertThat(schedule(show, 1, "2026-01-15T18:30:00Z").status()).isEqualTo(200);
    }

    @Test
    void items_are_found_by_day_and_ordered_by_time() {
        var show = hourLongShow();
        schedule(show, 1, "2026-01-15T18:00:00Z");
        schedule(show, 1, "2026-01-15T11:30:00+01:00");
        schedule(show, 1, "2026-01-16T00:00:00Z");
        schedule(show, 2, "2026-01-15T18:00:00Z");

        var items = cablecast
                .get("/scheduleitems?start=2026-01-15&end=2026-01-16&channel=1")
                .body()
                .path("scheduleItems");

        assertThat(items.findValuesAsText("runDateTime"))
                .containsExactly("2026-01-15T11:30:00+01:00", "2026-01-15T18:00:00Z");
    }

    @Test
    void the_plus_of_a_zone_need_not_be_encoded() {
        var show = hourLongShow();
        schedule(show, 1, "2026-01-15T11:30:00Z");
        schedule(show, 1, "2026-01-15T18:00:00Z");

        var items =
                cablecast.get("/scheduleitems?start=2026-01-15T13:00:00+01:00").body();

        assertThat(items.path("scheduleItems").findValuesAsText("runDateTime")).containsExactly("2026-01-15T18:00:00Z");
    }

    private int hourLongShow() {
        var show = cablecast.create("/shows", "show", Map.of("title", "Council"));
        cablecast.create("/reels", "reel", Map.of("show", show, "length", 3_600));
        return show;
    }

    private CablecastClient.Reply schedule(int show, int channel, String time) {
        var item = Map.of("show", show, "channel", channel, "runDateTime", time);
        return cablecast.post("/scheduleitems", Map.of("scheduleItem", item));
    }
}
