package dev.treaty.provider.threatintelligence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** By itself, because it measures how long an answer takes. */
@Isolated
class SlowSourceTest {

    @Test
    void with_a_slow_source_there_is_a_verdict_within_two_seconds() {
        try (var service = TestService.with(Map.of("SOURCE_TIMEOUT_MILLISECONDS", "1200"))) {
            service.reputation("192.0.2.100"); // connections and classes
            service.sources().delay("virustotal", "5s");

            var start = System.nanoTime();
            var reputation = service.reputation("203.0.113.7");
            var took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(reputation.<String>path("verdict")).isEqualTo("block");
            assertThat(reputation.<List<String>>path("sources.state"))
                    .containsExactly("unavailable", "answered", "answered");
            assertThat(took).isBetween(Duration.ofMillis(1_100), Duration.ofSeconds(2));
        }
    }
}
