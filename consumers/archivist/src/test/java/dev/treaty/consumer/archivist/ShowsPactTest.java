package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.archivist.connection.CablecastException;
import dev.treaty.consumer.recording.Recording;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class ShowsPactTest {

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact showWithReelsAndVods(PactDslWithProvider cablecast) {
        return cablecast
                .given("a show has reels and VODs", Map.of("id", 42, "reels", 2, "vods", 1))
                .uponReceiving("a request for a show with its reels and VODs")
                .method("GET")
                .path("/cablecastapi/v1/shows/42")
                .query("include=reel,vod")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> {
                            root.object("show", show -> {
                                show.integerType("id", 42);
                                show.stringType("title", "Council, 15 January 2026");
                                show.stringType("comments", "Second camera failed at minute 12");
                            });
                            root.array("reels", reels -> {
                                reel(reels, 4201, 1, 3600);
                                reel(reels, 4202, 2, 1830);
                            });
                            root.array(
                                    "vods",
                                    vods -> vods.object(vod -> {
                                        vod.integerType("id", 73);
                                        vod.integerType("show", 42);
                                        vod.stringMatcher("url", "https?://.+", "https://vod.example/42/vod.mp4");
                                    }));
                        })
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showWithReelsAndVods")
    void a_show_comes_with_its_reels_and_vods(MockServer cablecast) {
        var found = ArchivistFixture.at(cablecast).shows().find(42);

        assertThat(found)
                .isEqualTo(new ShowWithVideos(
                        new Show(42, "Council, 15 January 2026", "Second camera failed at minute 12"),
                        List.of(
                                new Reel(4201, 1, 9001, Duration.ofHours(1)),
                                new Reel(4202, 2, 9001, Duration.ofSeconds(1830))),
                        List.of(new Vod(73, 42, URI.create("https://vod.example/42/vod.mp4")))));
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact showDoesNotExist(PactDslWithProvider cablecast) {
        return cablecast
                .given("no show exists", Map.of("id", 999))
                .uponReceiving("a request for a show that does not exist")
                .method("GET")
                .path("/cablecastapi/v1/shows/999")
                .query("include=reel,vod")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(404)
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "showDoesNotExist")
    void a_show_that_does_not_exist_is_not_found(MockServer cablecast) {
        var shows = ArchivistFixture.at(cablecast).shows();

        assertThatThrownBy(() -> shows.find(999)).isInstanceOf(CablecastException.NotFound.class);
    }

    private static void reel(LambdaDslJsonArray reels, int id, int number, int seconds) {
        reels.object(reel -> {
            reel.integerType("id", id);
            reel.numberValue("reelNumber", number);
            reel.integerType("media", 9001);
            reel.numberType("length", seconds);
        });
    }
}
