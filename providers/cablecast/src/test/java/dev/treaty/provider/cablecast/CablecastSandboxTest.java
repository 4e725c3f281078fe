package dev.treaty.provider.cablecast;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dcablecast.url=… -Dcablecast.user=… -Dcablecast.password=…} does, against a stand-in. */
class CablecastSandboxTest {

    private static final String API = "/cablecastapi/v1";
    private static final String CREDENTIALS = credentials("somebody", "a-real-password");

    private static final Map<String, String> EXAMPLES = Map.of(
            CREDENTIALS,
            credentials("archivist", "password-42"),
            "4711",
            "42",
            "4712",
            "1",
            "4713",
            "3",
            String.valueOf(Integer.MAX_VALUE),
            "999");

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var cablecast = cablecast()) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(CablecastVerificationTest.class))
                    .configurationParameter("cablecast.url", cablecast.url().toString())
                    .configurationParameter("cablecast.user", "somebody")
                    .configurationParameter("cablecast.password", "a-real-password")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(6);
            assertThat(interactions.aborted().count()).isEqualTo(10);
        }
    }

    private static SandboxStandIn cablecast() {
        return SandboxStandIn.start(
                "cablecast",
                "Basic " + CREDENTIALS,
                EXAMPLES,
                get(API + "/locations").willReturn(okJson("{\"locations\": [{\"id\": 4712}]}")),
                get(API + "/vodconfigurations").willReturn(okJson("{\"vodConfigurations\": [{\"id\": 4713}]}")),
                post(API + "/shows")
                        .withRequestBody(matchingJsonPath("$.show[?(@.title == 'Treaty verification')]"))
                        .willReturn(okJson("{\"show\": {\"id\": 4711}}")));
    }

    private static String credentials(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
