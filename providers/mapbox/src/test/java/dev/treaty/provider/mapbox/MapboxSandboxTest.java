package dev.treaty.provider.mapbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.treaty.provider.junit.standin.SandboxStandIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What {@code -Dmapbox.url=… -Dmapbox.token=…} does, against a stand-in. */
class MapboxSandboxTest {

    private static final String TOKEN = "pk.realToken0000042";

    @TempDir
    private Path results;

    @Test
    void every_reachable_interaction_is_verified_and_the_others_are_skipped() {
        try (var mapbox = SandboxStandIn.start("mapbox", "Bearer " + TOKEN, Map.of(TOKEN, "pk.test0000000042"))) {
            var interactions = EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(MapboxVerificationTest.class))
                    .configurationParameter("mapbox.url", mapbox.url().toString())
                    .configurationParameter("mapbox.token", TOKEN)
                    .configurationParameter("verification.results", results.toString())
                    .execute()
                    .testEvents();

            assertThat(interactions.failed().list()).isEmpty();
            assertThat(interactions.succeeded().count()).isEqualTo(16);
            assertThat(interactions.aborted().count()).isEqualTo(2);
        }
    }
}
