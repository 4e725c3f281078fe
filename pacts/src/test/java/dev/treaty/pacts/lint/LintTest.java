package dev.treaty.pacts.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.treaty.pacts.canonical.ExamplePact;
import dev.treaty.pacts.recording.ConsumerRecording;
import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {

    @Test
    void all_findings_are_reported_at_once() {
        var interaction = ExamplePact.payment();
        interaction.remove("providerStates");
        ExamplePact.set(interaction, "/response/matchingRules", "{}");
        ExamplePact.set(interaction, "/response/status", "103");
        ExamplePact.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");
        ExamplePact.set(interaction, "/request/headers", "{\"X\": [\"rk_live_1\"]}");
        ExamplePact.set(interaction, "/response/headers", "{\"Date\": [\"Thu, 15 Jan 2026 09:30:00 GMT\"]}");
        var pact = ExamplePact.set(ExamplePact.pact(interaction, interaction), "/metadata", "{}");
        var document = ExamplePact.document("test", "other", pact);
        var recordedOnlyOnce = new ConsumerRecording("billing", List.of("test"), List.of(document), List.of());

        var findings = Lint.findings(List.of(document), List.of(recordedOnlyOnce));

        assertThat(findings).hasSize(Lint.RULES.size());
    }

    @Test
    void a_contract_that_follows_the_rules_has_no_findings() {
        var document = ExamplePact.recorded("test", ExamplePact.payment(), ExamplePact.message());
        var recording = new ConsumerRecording("billing", List.of("test"), List.of(document), List.of(document));

        assertThat(Lint.findings(List.of(document), List.of(recording))).isEmpty();
    }
}
