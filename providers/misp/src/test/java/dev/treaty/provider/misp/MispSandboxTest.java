package dev.treaty.provider.misp;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dmisp.url=… -Dmisp.key=…} does, against a stand-in. */
class MispSandboxTest {

    private static final Map<String, String> EXAMPLES =
            Map.of("a-real-key", "test-key-42", "4711", "42", "4712", "43", MispVerificationTest.NOBODY, "192.0.2.33");

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var misp = misp()) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(MispVerificationTest.class))
                    .configurationParameter("misp.url", misp.url().toString())
                    .configurationParameter("misp.key", "a-real-key")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(6);
            assertThat(interactions.aborted().count()).isEqualTo(3);
        }
    }

    private static SandboxStandIn misp() {
        return SandboxStandIn.start(
                "misp",
                "a-real-key",
                EXAMPLES,
                newEvent("an empty event", "4711"),
                newEvent("an event that knows an address", "4712"),
                post("/attributes/add/43")
                        .withRequestBody(matchingJsonPath("$.Tag"))
                        .willReturn(okJson("{}")));
    }

    private static MappingBuilder newEvent(String info, String id) {
        return post("/events/add")
                .withRequestBody(matchingJsonPath("$.info", containing(info)))
                .willReturn(okJson("{\"Event\": {\"id\": \"%s\"}}".formatted(id)));
    }
}
