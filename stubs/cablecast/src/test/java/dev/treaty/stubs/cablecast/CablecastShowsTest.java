package dev.treaty.stubs.cablecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.stubs.junit.StubServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@StubServer("cablecast")
class CablecastShowsTest {

    private final CablecastClient cablecast;

    CablecastShowsTest(String cablecast) {
        this.cablecast = CablecastClient.withNewStation(cablecast);
    }

    @Test
    void a_show_that_was_created_can_be_read_and_changed() {
        var id = cablecast.create("/shows", "show", Map.of("title", "Council", "comments", "Imported from tape"));

        cablecast.put("/shows/" + id, Map.of("show", Map.of("title", "Council, 15 January 2026")));

        var show = cablecast.get("/shows/" + id).body().path("show");
        assertThat(show.path("title").asText()).isEqualTo("Council, 15 January 2026");
        assertThat(show.path("comments").asText()).isEqualTo("Imported from tape");
        assertThat(show.path("location").asInt()).isEqualTo(1);
    }

    @Test
    void include_side_loads_what_is_related() {
        var show = cablecast.create("/shows", "show", Map.of("title", "Council"));
        var media = cablecast.create("/media", "media", Map.of("mediaName", "Tape"));
        var reel = cablecast.create("/reels", "reel", Map.of("show", show, "media", media, "length", 3_600));
        var vod = cablecast.create("/vods", "vod", Map.of("show", show, "vodConfiguration", 2));

        var body =
                cablecast.get("/shows?include=media,reel,vod,vodconfiguration").body();

        assertThat(body.path("meta")).hasToString("{\"offset\":0,\"pageSize\":50,\"count\":1}");
        assertThat(body.path("shows").path(0).path("reels")).hasToString("[" + reel + "]");
        assertThat(body.path("reels").findValuesAsText("id")).containsExactly("" + reel);
        assertThat(body.path("media").path(0).path("id").asInt()).isEqualTo(media);
        assertThat(body.path("vods").path(0).path("id").asInt()).isEqualTo(vod);
        assertThat(body.path("vodConfigurations").findValuesAsText("name")).containsExactly("Archive");
    }

    @Test
    void include_side_loads_media_without_their_reels() {
        var show = cablecast.create("/shows", "show", Map.of("title", "Council"));
        var media = cablecast.create("/media", "media", Map.of("mediaName", "Tape"));
        cablecast.create("/reels", "reel", Map.of("show", show, "media", media));

        var body = cablecast.get("/shows/" + show + "?include=media,reels").body();

        assertThat(body.path("media").path(0).path("id").asInt()).isEqualTo(media);
        assertThat(body.has("reels")).isFalse();
    }

    @Test
    void pages_say_how_many_there_are() {
        List.of("Council 1", "Council 2", "Zoning", "Council 3")
                .forEach(title -> cablecast.create("/shows", "show", Map.of("title", title)));

        var page = cablecast.get("/shows?search=council&offset=2&page_size=2").body();

        assertThat(page.path("shows").findValuesAsText("title")).containsExactly("Council 3");
        assertThat(page.path("meta")).hasToString("{\"offset\":2,\"pageSize\":2,\"count\":3}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=-eventDate", "sort=event_date&sort_order=desc"})
    void shows_are_sorted_by_a_field_backwards(String query) {
        List.of("2026-01-15", "2026-01-22", "2026-01-08")
                .forEach(day ->
                        cablecast.create("/shows", "show", Map.of("title", day, "eventDate", day + "T19:00:00Z")));

        assertThat(cablecast.get("/shows?" + query).body().path("shows").findValuesAsText("title"))
                .containsExactly("2026-01-22", "2026-01-15", "2026-01-08");
    }

    @Test
    void case_does_not_matter_in_the_names_of_parameters() {
        List.of("Council 1", "Council 2", "Zoning")
                .forEach(title -> cablecast.create("/shows", "show", Map.of("title", title)));

        var page = cablecast
                .get("/shows?Search=council&Page_Size=1&OFFSET=1&Include=Location")
                .body();

        assertThat(page.path("shows").findValuesAsText("title")).containsExactly("Council 2");
        assertThat(page.path("locations").findValuesAsText("name")).containsExactly("Main");
    }

    @Test
    void a_deleted_show_takes_its_reels_and_VODs_with_it() {
        var show = cablecast.create("/shows", "show", Map.of("title", "Council"));
        var reel = cablecast.create("/reels", "reel", Map.of("show", show));
        var vod = cablecast.create("/vods", "vod", Map.of("show", show));

        assertThat(cablecast.delete("/shows/" + show).status()).isEqualTo(204);

        assertThat(cablecast.get("/reels/" + reel).status()).isEqualTo(404);
        assertThat(cablecast.get("/vods/" + vod).status()).isEqualTo(404);
        cablecast.advance("PT1H");
        assertThat(cablecast.get("/shows").body().path("shows")).isEmpty();
    }

    @Test
    void what_another_user_wrote_is_in_another_station() {
        cablecast.create("/shows", "show", Map.of("title", "Council"));

        var another = CablecastClient.withNewStation(cablecast.url());

        assertThat(another.get("/shows").body().path("shows")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/shows,         show,         title,     42,       title must be a string.",
        "/shows,         show,         comments,  x,        title is required.",
        "/vods,          vod,          show,      99999999, show 99999999 does not exist.",
        "/vods,          vod,          show,      council,  show must be the id of an object.",
        "/reels,         reel,         length,    x,        show is required. length must be a number.",
        "/reels,         reel,         length,    -1,       show is required. length must be at least 0.",
        "/reels,         reel,         show,      0,        show is required.",
        "/fileuploads,   fileUpload,   destinationStore, 99, size is required.",
        "/scheduleitems, scheduleItem, channel,   99,       runDateTime is required.",
        "/chapters,      chapter,      vod,       99999999, vod 99999999 does not exist."
    })
    void a_resource_with_a_wrong_value_is_refused(
            String path, String root, String field, String value, String message) {
        var fields = Map.of(field, value.matches("-?\\d+") ? (Object) Integer.valueOf(value) : value);

        var refused = cablecast.post(path, Map.of(root, fields));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).endsWith(message);
    }

    @Test
    void an_unwrapped_body_is_refused() {
        var refused = cablecast.post("/shows", Map.of("title", "Council"));

        assertThat(refused)
                .hasToString("400 {\"message\":\"The body has no property \\\"show\\\": send {\\\"show\\\": {…}}.\"}");
        assertThat(cablecast.get("/shows").body().path("shows")).isEmpty();
    }

    @Test
    void writing_needs_credentials() {
        var refused = cablecast.withoutCredentials().post("/shows", Map.of("show", Map.of("title", "Council")));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Cablecast\"");
        assertThat(refused.body().path("message").asText())
                .isEqualTo("Authorization has been denied for this request.");
    }

    @Test
    void credentials_without_a_user_are_refused() {
        var nobody = CablecastClient.withPassword(cablecast.url(), "", "");

        assertThat(nobody.post("/shows", Map.of("show", Map.of("title", "Council")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_password_that_is_wrong_is_refused() {
        CablecastClient.withPassword(cablecast.url(), "erika", "first").create("/shows", "show", Map.of("title", "A"));

        for (var password : List.of("second", "wrong-password")) {
            var other = CablecastClient.withPassword(cablecast.url(), "erika", password);
            assertThat(other.post("/shows", Map.of("show", Map.of("title", "B")))
                            .status())
                    .isEqualTo(401);
        }
    }
}
