package dev.treaty.consumer.archivist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.consumer.archivist.connection.CablecastException.UnexpectedResponse;
import dev.treaty.consumer.archivist.connection.PageWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CablecastResponsesTest {

    @Test
    void a_response_that_is_not_json_is_shown_in_the_error() {
        try (var cablecast = ScriptedCablecast.respondingWith("<html>Welcome to IIS</html>")) {
            var vods = cablecast.client().vods();

            assertThatThrownBy(() -> vods.status(72))
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessage("""
                            Cablecast's response is not JSON: <html>Welcome to IIS</html>
                              where: GET %s/cablecastapi/v1/vodstatuses/72
                              fix:   compare the response with the contract, archivist-cablecast""".formatted(cablecast.address()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":43}",
                "{\"show\":null}",
                "{\"show\":{}}",
                "{\"show\":{\"id\":null}}",
                "{\"show\":{\"id\":\"forty-three\"}}",
                "{\"show\":{\"id\":43}} {}"
            })
    void a_new_show_without_an_id_in_its_place_is_unexpected(String response) {
        try (var cablecast = ScriptedCablecast.respondingWith(response)) {
            var shows = cablecast.client().shows();

            assertThatThrownBy(() -> shows.create(new NewShow("Council", "", 1)))
                    .isInstanceOf(UnexpectedResponse.class);
        }
    }

    @Test
    void a_response_without_the_vods_is_unexpected_and_not_a_show_without_vods() {
        try (var cablecast =
                ScriptedCablecast.respondingWith("{\"show\":{\"id\":42,\"title\":\"Council\"},\"reels\":[]}")) {
            var shows = cablecast.client().shows();

            assertThatThrownBy(() -> shows.find(42))
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessageStartingWith("Cablecast responded with status 200, but its body has no list at $.vods.");
        }
    }

    @Test
    void a_list_with_a_null_in_it_is_unexpected() {
        try (var cablecast = ScriptedCablecast.respondingWith("{\"vodConfigurations\":[null]}")) {
            var vods = cablecast.client().vods();

            assertThatThrownBy(vods::configurations)
                    .isInstanceOf(UnexpectedResponse.class)
                    .hasMessageStartingWith(
                            "Cablecast responded with status 200, but its body has no value at $.vodConfigurations[0].");
        }
    }

    @Test
    void additional_members_are_ignored() {
        try (var cablecast = ScriptedCablecast.respondingWith(
                "{\"vodStatus\":{\"vodState\":\"queued\",\"percentComplete\":0,\"eta\":12},\"server\":\"v8\"}")) {

            assertThat(cablecast.client().vods().status(71)).isEqualTo(new VodStatus(VodState.QUEUED, 0, ""));
        }
    }

    @Test
    void deleted_and_hidden_chapters_are_left_out_and_the_rest_is_in_order() {
        try (var cablecast = ScriptedCablecast.respondingWith("""
                {"chapters":[
                  {"id":2,"title":"Public comment","offset":754},
                  {"id":3,"title":"Test","offset":5,"deleted":true},
                  {"id":4,"title":"Break","offset":900,"hidden":true},
                  {"id":1,"title":"Roll call","offset":0,"deleted":false,"hidden":false}]}""")) {

            assertThat(cablecast.client().vods().chapters(73))
                    .containsExactly(
                            new Chapter(1, "Roll call", Duration.ZERO),
                            new Chapter(2, "Public comment", Duration.ofSeconds(754)));
        }
    }

    @Test
    void a_day_with_more_items_than_a_page_is_read_to_its_end() {
        try (var cablecast = ScriptedCablecast.respondingWith("""
                {"scheduleItems":[
                  {"id":1,"show":42,"runDateTime":"2026-01-15T10:30:00+01:00"},
                  {"id":2,"show":42,"runDateTime":"2026-01-15T12:00:00Z","deleted":true}],
                 "meta":{"offset":0,"pageSize":2,"count":3}}""", """
                {"scheduleItems":[{"id":3,"runDateTime":"2026-01-15T11:00:00Z"}],
                 "meta":{"offset":2,"pageSize":2,"count":3}}""")) {

            var items = cablecast.client().schedule().of(1, LocalDate.of(2026, 1, 15));

            assertThat(items).containsExactly(new ScheduleItem(1, 42, Instant.parse("2026-01-15T09:30:00Z")));
            assertThat(cablecast.requests())
                    .last()
                    .isEqualTo("GET /cablecastapi/v1/scheduleitems"
                            + "?channel=1&start=2026-01-15&end=2026-01-16&offset=2&page_size=100");
        }
    }

    @Test
    void a_list_that_ends_before_its_count_is_not_requested_forever() {
        try (var cablecast = ScriptedCablecast.respondingWith("{\"scheduleItems\":[],\"meta\":{\"count\":3}}")) {

            assertThat(cablecast.client().schedule().of(1, LocalDate.of(2026, 1, 15)))
                    .isEmpty();
            assertThat(cablecast.requests()).hasSize(1);
        }
    }

    @Test
    void words_with_special_characters_and_spaces_arrive_unchanged() {
        try (var cablecast = ScriptedCablecast.respondingWith("{\"shows\":[],\"meta\":{\"count\":0}}")) {
            cablecast.client().shows().search("parks & Øster 1+1", PageWindow.first(5));

            assertThat(cablecast.requests())
                    .containsExactly(
                            "GET /cablecastapi/v1/shows?search=parks%20%26%20%C3%98ster%201%2B1&offset=0&page_size=5");
        }
    }
}
