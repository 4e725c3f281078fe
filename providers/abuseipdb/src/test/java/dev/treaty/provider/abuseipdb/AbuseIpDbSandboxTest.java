package dev.treaty.provider.abuseipdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dabuseipdb.url=… -Dabuseipdb.key=…} does, against a stand-in. */
class AbuseIpDbSandboxTest {

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var abuseIpDb = SandboxStandIn.start("abuseipdb", "none", Map.of("a-real-key", "test-key-42"))) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(AbuseIpDbVerificationTest.class))
                    .configurationParameter("abuseipdb.url", abuseIpDb.url().toString())
                    .configurationParameter("abuseipdb.key", "a-real-key")
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(2);
            assertThat(interactions.aborted().count()).isEqualTo(8);
        }
    }
}
