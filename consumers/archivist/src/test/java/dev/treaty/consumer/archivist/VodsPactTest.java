package dev.treaty.consumer.archivist;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.LambdaDslJsonArray;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.treaty.consumer.recording.Recording;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Recording
class VodsPactTest {

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact configurations(PactDslWithProvider cablecast) {
        return cablecast
                .given("VOD configurations exist", Map.of("location", 1, "count", 2))
                .uponReceiving("a request for the VOD configurations")
                .method("GET")
                .path("/cablecastapi/v1/vodconfigurations")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.array("vodConfigurations", configurations -> {
                            configuration(configurations, 3, "Web");
                            configuration(configurations, 4, "Archive");
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "configurations")
    void the_station_lists_its_vod_configurations(MockServer cablecast) {
        var configurations = ArchivistFixture.at(cablecast).vods().configurations();

        assertThat(configurations)
                .containsExactly(new VodConfiguration(3, "Web", 1), new VodConfiguration(4, "Archive", 1));
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact vodIsCreated(PactDslWithProvider cablecast) {
        return cablecast
                .given("a show exists", Map.of("id", 42))
                .given("a VOD configuration exists", Map.of("id", 3))
                .uponReceiving("a request to create a VOD for a show")
                .method("POST")
                .path("/cablecastapi/v1/vods")
                .headers(Map.of("Accept", "application/json", "Content-Type", "application/json"))
                .matchHeader("Authorization", ArchivistFixture.AUTHORIZATION_REGEX, ArchivistFixture.AUTHORIZATION)
                .body(newJsonBody(root -> root.object("vod", vod -> {
                            vod.integerType("show", 42);
                            vod.integerType("vodConfiguration", 3);
                        }))
                        .build())
                .willRespondWith()
                .successStatus()
                .body(newJsonBody(root -> root.object("vod", vod -> vod.integerType("id", 71)))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "vodIsCreated")
    void a_new_vod_gets_an_id(MockServer cablecast) {
        var id = ArchivistFixture.at(cablecast).vods().create(42, 3);

        assertThat(id).isEqualTo(71);
    }

    @Pact(consumer = "archivist", provider = "cablecast")
    V4Pact chapters(PactDslWithProvider cablecast) {
        return cablecast
                .given("a VOD has chapters", Map.of("id", 73, "count", 2))
                .uponReceiving("a request for the chapters of a VOD")
                .method("GET")
                .path("/cablecastapi/v1/chapters")
                .query("vod=73")
                .headers(Map.of("Accept", "application/json"))
                .willRespondWith()
                .status(200)
                .body(newJsonBody(root -> root.array("chapters", chapters -> {
                            chapter(chapters, 501, "Roll call", 0);
                            chapter(chapters, 502, "Public comment", 754);
                        }))
                        .build())
                .toPact(V4Pact.class);
    }

    @Test
    @PactTestFor(pactMethod = "chapters")
    void chapters_are_positions_in_the_video(MockServer cablecast) {
        var chapters = ArchivistFixture.at(cablecast).vods().chapters(73);

        assertThat(chapters)
                .containsExactly(
                        new Chapter(501, "Roll call", Duration.ZERO),
                        new Chapter(502, "Public comment", Duration.ofSeconds(754)));
    }

    private static void configuration(LambdaDslJsonArray configurations, int id, String name) {
        configurations.object(configuration -> {
            configuration.integerType("id", id);
            configuration.stringType("name", name);
            configuration.integerType("location", 1);
        });
    }

    private static void chapter(LambdaDslJsonArray chapters, int id, String title, int seconds) {
        chapters.object(chapter -> {
            chapter.integerType("id", id);
            chapter.stringType("title", title);
            chapter.numberType("offset", seconds);
        });
    }
}
