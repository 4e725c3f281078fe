package dev.treaty.stubs.cablecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.stubs.junit.StubServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StubServer("cablecast")
class CablecastVodsTest {

    private final CablecastClient cablecast;

    CablecastVodsTest(String cablecast) {
        this.cablecast = CablecastClient.withNewStation(cablecast);
    }

    @Test
    void a_VOD_is_queued_then_processed_then_complete() {
        var vod = newVod();

        assertThat(progress(vod)).isEqualTo("queued 0");
        cablecast.advance("PT5S");
        assertThat(progress(vod)).startsWith("processing ");
        cablecast.advance("PT1M");
        assertThat(progress(vod)).matches("processing [5-9]\\d");
        cablecast.advance("PT1M");
        assertThat(progress(vod)).isEqualTo("complete 100");
        assertThat(vod(vod).path("url").asText())
                .isEqualTo("https://vod.cablecast.example/store-1/1-council-8-may-v1/vod.mp4");
        assertThat(vod(vod).path("isWatchable").asBoolean()).isTrue();
    }

    @Test
    void a_test_decides_that_the_transcoding_fails() {
        var vod = newVod();
        cablecast.advance("PT30S");

        cablecast.control(
                "/vods/" + vod, Map.of("vodState", "error", "errorMessage", "The source file cannot be read"));
        cablecast.advance("P1D");

        assertThat(progress(vod)).startsWith("error 2");
        assertThat(status(vod).path("errorMessage").asText()).isEqualTo("The source file cannot be read");
        assertThat(vod(vod).path("url").isNull()).isTrue();
    }

    @Test
    void a_state_that_does_not_exist_is_refused() {
        var refused = cablecast.control("/vods/" + newVod(), Map.of("vodState", "completed"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("message").asText()).startsWith("There is no state \"completed\"");
    }

    @Test
    void chapters_are_listed_by_their_VOD() {
        var vod = newVod();
        var first = cablecast.create("/chapters", "chapter", Map.of("vod", vod, "title", "Roll call", "offset", 12));
        var second = cablecast.create("/chapters", "chapter", Map.of("vod", vod, "title", "Budget", "offset", 754.5));
        cablecast.put("/chapters/" + first, Map.of("chapter", Map.of("deleted", true)));

        var chapters = cablecast.get("/chapters?vod=" + vod).body().path("chapters");

        assertThat(chapters.findValuesAsText("id")).containsExactly("" + second);
        assertThat(chapters.path(0).path("offset").asDouble()).isEqualTo(754.5);
    }

    @Test
    void a_chapter_that_is_marked_as_deleted_is_no_longer_shown_with_its_VOD() {
        var vod = newVod();
        var chapter = cablecast.create("/chapters", "chapter", Map.of("vod", vod, "title", "Roll call"));
        cablecast.put("/chapters/" + chapter, Map.of("chapter", Map.of("deleted", true)));

        var body = cablecast.get("/vods/" + vod + "?include=chapter").body();

        assertThat(body.path("vod").path("chapters")).isEmpty();
        assertThat(body.path("chapters")).isEmpty();
    }

    @Test
    void statuses_are_listed_in_pages_and_side_loaded_with_their_VODs() {
        var first = newVod();
        cablecast.advance("PT1H");
        newVod();

        var complete =
                cablecast.get("/vodstatuses?vodState=complete&page_size=1").body();
        var vods = cablecast.get("/vods?include=vodstatus").body();

        assertThat(complete.path("vodStatuses").findValuesAsText("vod")).containsExactly("" + first);
        assertThat(complete.path("meta")).hasToString("{\"offset\":0,\"pageSize\":1,\"count\":1}");
        assertThat(vods.path("vodStatuses").findValuesAsText("percentComplete")).containsExactly("100", "0");
    }

    @Test
    void a_VOD_that_is_disabled_cannot_be_watched_until_it_is_enabled_and_transcoded_again() {
        var vod = newVod();
        cablecast.advance("PT1H");

        cablecast.put("/vods/" + vod, Map.of("vod", Map.of("disabled", true)));
        cablecast.advance("PT1H");
        assertThat(progress(vod)).isEqualTo("disabled 100");
        assertThat(vod(vod).path("isWatchable").asBoolean()).isFalse();

        cablecast.put("/vods/" + vod, Map.of("vod", Map.of("disabled", false)));
        assertThat(progress(vod)).isEqualTo("queued 0");
        cablecast.advance("PT1H");
        assertThat(vod(vod).path("isWatchable").asBoolean()).isTrue();
    }

    private int newVod() {
        var show = cablecast.create("/shows", "show", Map.of("title", "Council, 8 May"));
        return cablecast.create("/vods", "vod", Map.of("show", show, "vodConfiguration", 1));
    }

    private String progress(int vod) {
        return status(vod).path("vodState").asText() + " " + status(vod).path("percentComplete");
    }

    private JsonNode status(int vod) {
        return cablecast.get("/vodstatuses/" + vod).body().path("vodStatus");
    }

    private JsonNode vod(int id) {
        return cablecast.get("/vods/" + id).body().path("vod");
    }
}
