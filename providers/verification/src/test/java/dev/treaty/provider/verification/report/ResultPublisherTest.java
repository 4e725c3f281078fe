package dev.treaty.provider.verification.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.provider.verification.contracts.VerificationPlan;
import dev.treaty.provider.verification.settings.InvalidSetting;
import dev.treaty.provider.verification.settings.ProviderBuild;
import dev.treaty.provider.verification.settings.VerificationSettings;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.PublishedContracts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is checked before the first interaction, because it would be a pity to find out after the last one. */
class ResultPublisherTest {

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    private Path notARepository;

    @BeforeEach
    void publish_a_contract() {
        new PublishedContracts(broker.url(), notARepository)
                .publish(PeopleContract.of("web").reads("1"), "4f2c", "main");
    }

    @ParameterizedTest
    @CsvSource({"version, branch", "branch, version"})
    void B9_a_version_or_branch_that_is_unknown_is_noticed(String unknown, String known) {
        var settings = settings(Map.of("pact.verifier.publishResults", "true", "pact.provider." + known, "known"));

        assertThatThrownBy(() -> publisher(settings).prepare(plan()))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The broker needs the provider's %s, which is unknown.".formatted(unknown));
        assertThat(broker.results()).isEmpty();
    }

    @Test
    void nothing_is_needed_if_nothing_is_published() {
        publisher(settings(Map.of("pact.verifier.publishResults", "false"))).prepare(plan());

        assertThat(broker.results()).isEmpty();
    }

    private ResultPublisher publisher(VerificationSettings settings) {
        return new ResultPublisher(new ProviderBuild(settings, notARepository));
    }

    private VerificationPlan plan() {
        return VerificationPlan.of(settings(Map.of("pact.provider.branch", "main")), "people", "people", true);
    }

    /** Without the variables of the CI server that this test may run on. */
    private VerificationSettings settings(Map<String, String> more) {
        var settings = new HashMap<>(Map.of("pact.broker.url", broker.url()));
        settings.putAll(more);
        return VerificationSettings.of(name -> name.startsWith("environment.")
                ? Optional.of(settings.getOrDefault(name, ""))
                : Optional.ofNullable(settings.get(name)));
    }
}
