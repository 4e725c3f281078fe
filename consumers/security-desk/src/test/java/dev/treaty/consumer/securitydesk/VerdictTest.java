package dev.treaty.consumer.securitydesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.consumer.http.Timeouts;
import dev.treaty.consumer.recording.Examples;
import dev.treaty.consumer.recording.ScriptedServer;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate opens for what it knows, and for nothing else. */
class VerdictTest {

    @ParameterizedTest
    @CsvSource({"allow, true", "monitor, true", "block, false", "unknown, false", "probably-fine, false"})
    void a_word_that_the_desk_does_not_know_opens_nothing(String word, boolean passes) {
        var body = """
                {"ip": "203.0.113.7", "verdict": "%s", "sources": [], "reasons": [], "assessedAt": "2026-01-15T09:30:00Z"}""".formatted(word);
        try (var server = ScriptedServer.respondingWith(body)) {
            var client = new ThreatIntelligence(server.address(), Optional.empty(), Timeouts.usual(), Examples.CLOCK);

            assertThat(client.reputation("203.0.113.7").verdict().isPassing()).isEqualTo(passes);
        }
    }
}
