package dev.treaty.provider.sendgrid;

import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dsendgrid.url=… -Dsendgrid.key=…} does, against a stand-in. */
class SendGridSandboxTest {

    private static final String KEY = "SG.a-real-key";
    private static final String BATCH = "a-real-batch";

    private static final Map<String, String> EXAMPLES =
            Map.of(KEY, "SG.test-key-42", BATCH, "YmF0Y2gtMDAwMDAwMDAtNDItaXMtYW4tZXhhbXBsZQ");

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var sendGrid = SandboxStandIn.start(
                "sendgrid",
                "Bearer " + KEY,
                EXAMPLES,
                post("/v3/mail/batch").willReturn(jsonResponse(Map.of("batch_id", BATCH), 201)),
                delete("/v3/asm/suppressions/global/jane%40example.org").willReturn(noContent()))) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(SendGridVerificationTest.class))
                    .configurationParameter("sendgrid.url", sendGrid.url().toString())
                    .configurationParameter("sendgrid.key", KEY)
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(10);
            assertThat(interactions.aborted().count()).isEqualTo(17);
        }
    }
}
