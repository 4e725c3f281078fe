package dev.treaty.provider.samsara;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dsamsara.url=… -Dsamsara.token=…} does, against a stand-in: only what reads is asked. */
class SamsaraSandboxTest {

    private static final String TOKEN = "samsara_api_of_a_real_organisation";

    private static final Map<String, String> EXAMPLES = Map.of(
            TOKEN, "samsara_api_test", "212014918000001", "281474976710657", "100000000000001", "281474976710999");

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var samsara = SandboxStandIn.start(
                "samsara",
                "Bearer " + TOKEN,
                EXAMPLES,
                get(urlPathEqualTo("/fleet/vehicles"))
                        .withQueryParam("limit", equalTo("1"))
                        .willReturn(okJson("{\"data\": [{\"id\": \"212014918000001\"}]}")))) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(SamsaraVerificationTest.class))
                    .configurationParameter("samsara.url", samsara.url().toString())
                    .configurationParameter("samsara.token", TOKEN)
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(5);
            assertThat(interactions.aborted().count()).isEqualTo(28);
        }
    }
}
