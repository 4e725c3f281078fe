package dev.treaty.pacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LintTest {

    @Test
    void all_findings_come_at_once() {
        var interaction = Example.payment();
        interaction.remove("providerStates");
        Example.set(interaction, "/response/matchingRules", "{}");
        Example.set(interaction, "/response/generators", "{\"body\": {\"$.id\": {\"type\": \"Uuid\"}}}");
        Example.set(interaction, "/request/headers", "{\"X\": [\"rk_live_1\"]}");
        var pact = Example.set(Example.pact(interaction, interaction), "/metadata", "{}");
        var document = Example.document("test", "other", pact);
        var recordedOnlyOnce = new ConsumerRecording("billing", List.of("test"), List.of(document), List.of());

        var findings = Lint.findings(List.of(document), List.of(recordedOnlyOnce));

        assertThat(findings).hasSize(Lint.RULES.size());
    }

    @Test
    void a_contract_in_order_has_no_finding() {
        var document = Example.recorded("test", Example.payment(), Example.message());
        var recording = new ConsumerRecording("billing", List.of("test"), List.of(document), List.of(document));

        assertThat(Lint.findings(List.of(document), List.of(recording))).isEmpty();
    }
}
