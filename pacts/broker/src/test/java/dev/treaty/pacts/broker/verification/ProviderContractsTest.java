package dev.treaty.pacts.broker.verification;

import static dev.treaty.pacts.testing.PactText.http;
import static dev.treaty.pacts.testing.PactText.pact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.publishing.ContractFiles;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a provider's verification asks of a broker. */
class ProviderContractsTest {

    @RegisterExtension
    final BrokerReplay replay = new BrokerReplay();

    @TempDir
    Path folder;

    private PactBroker broker() {
        return PactBroker.at(replay.url(), Map.of(), line -> {});
    }

    private void publish(String consumer, String provider, String version, String branch, int status)
            throws IOException {
        var file = Files.writeString(
                folder.resolve("%s-%s-%s.json".formatted(consumer, provider, version)),
                pact(
                        consumer,
                        provider,
                        http(
                                "a person registers",
                                "{\"method\": \"POST\", \"path\": \"/users\"}",
                                "{\"status\": %d}".formatted(status))));
        var as = new PublishedVersion(version, Optional.of(branch), List.of(), Optional.empty(), false);
        broker().prepare(ContractFiles.read(List.of(file), false), as).publish();
    }

    private List<SelectedContract> selected(String provider) {
        var selection = new ContractSelection(
                Optional.of("main"),
                List.of(),
                List.of(
                        ConsumerVersionSelector.mainBranch(),
                        ConsumerVersionSelector.matchingBranch(),
                        ConsumerVersionSelector.deployedOrReleased()),
                true,
                Optional.of(LocalDate.of(2026, 1, 1)));
        return broker().providerContracts().select(provider, selection);
    }

    private static ContractResult result(String version, InteractionOutcome... outcomes) {
        return new ContractResult(
                List.of(outcomes).stream().allMatch(InteractionOutcome::isSuccess),
                version,
                Optional.of("https://ci.example/7"),
                List.of(outcomes),
                "Treaty",
                "1.0");
    }

    private static InteractionOutcome success(ContractContent content) {
        return new InteractionOutcome(id(content), "a person registers", true, List.of(), Optional.empty());
    }

    private static String id(ContractContent content) {
        return content.pact().path("interactions").path(0).path("_id").asText();
    }

    @Test
    void B6_a_contract_says_which_version_it_is_and_why_it_is_verified() throws Exception {
        publish("api-gateway", "auth-service", "gw1", "main", 201);
        publish("api-gateway", "auth-service", "gw2", "feat/x", 202);

        var selected = selected("auth-service");

        assertThat(selected)
                .extracting(SelectedContract::name)
                .containsExactly(
                        "Pact between api-gateway (gw1) and auth-service",
                        "Pact between api-gateway (gw2) and auth-service");
        assertThat(selected.get(0).isPending()).isTrue();
        assertThat(selected.get(0).noticesBefore().get(0)).contains("latest version from the main branch 'main' (gw1)");
        assertThat(selected.get(1).isWorkInProgress()).isTrue();
        assertThat(selected.get(1).reason()).isEqualTo("latest from branch feat/x");
    }

    @Test
    void a_contract_that_was_kept_is_no_longer_pending() throws Exception {
        publish("api-gateway", "auth-service", "gw1", "main", 201);
        broker().participants().addToBranch("auth-service", "main", "auth1");
        var contracts = broker().providerContracts();
        var content = contracts.content(selected("auth-service").get(0));

        contracts.publish(content, result("auth1", success(content)));

        assertThat(selected("auth-service"))
                .singleElement()
                .extracting(SelectedContract::isPending)
                .isEqualTo(false);
    }

    @Test
    void B3_the_one_contract_of_a_webhook_is_read_and_its_result_published() throws Exception {
        publish("api-gateway", "auth-service", "gw1", "main", 201);
        broker().participants().addToBranch("auth-service", "main", "auth1");
        var pactUrl = selected("auth-service").get(0).link().href();

        var contracts = broker().providerContracts();
        var content = contracts.content(pactUrl).orElseThrow();
        contracts.publish(content, result("auth1", success(content)));

        assertThat(content.consumerVersions()).containsExactly("gw1");
        assertThat(selected("auth-service").get(0).isPending()).isFalse();
    }

    @Test
    void B13_a_result_has_one_mismatch_for_each_difference() throws Exception {
        publish("api-gateway", "auth-service", "gw1", "main", 201);
        var contracts = broker().providerContracts();
        var content = contracts.content(selected("auth-service").get(0));
        var status = new VerificationMismatch(
                "status", "", "expected status of 201 but was 200", Optional.of("201"), Optional.of("200"));
        var body = new VerificationMismatch("body", "$.id", "expected an id", Optional.empty(), Optional.empty());

        contracts.publish(
                content,
                result(
                        "auth1",
                        new InteractionOutcome(
                                id(content),
                                "a person registers",
                                false,
                                List.of(status, body),
                                Optional.of("curl …"))));

        assertThat(replay.results()).singleElement().satisfies(result -> {
            assertThat(result.at("/buildUrl").asText()).isEqualTo("https://ci.example/7");
            assertThat(result.at("/testResults/0/mismatches")).hasSize(2);
            assertThat(result.at("/testResults/0/mismatches/1/identifier").asText())
                    .isEqualTo("$.id");
        });
    }

    @Test
    void B1_a_version_that_consumes_and_has_no_contracts_is_found_before_its_results_hide_others() throws Exception {
        publish("api-gateway", "auth-service", "short", "main", 201);
        var participants = broker().participants();

        assertThat(participants.providersWithoutContract("api-gateway", "the-full-id"))
                .containsExactly("auth-service");
        assertThat(participants.providersWithoutContract("api-gateway", "short"))
                .isEmpty();
        assertThat(participants.providersWithoutContract("auth-service", "any")).isEmpty();
    }

    /** Why B1 must be refused: the real broker was seen to select nothing of api-gateway from then on. */
    @Test
    void B1_a_version_without_contracts_hides_those_of_the_version_before() throws Exception {
        publish("api-gateway", "auth-service", "short", "main", 201);
        broker().participants().addToBranch("api-gateway", "main", "the-full-id");
        var mainOnly = new ContractSelection(
                Optional.of("main"), List.of(), List.of(ConsumerVersionSelector.mainBranch()), true, Optional.empty());

        assertThat(broker().providerContracts().select("auth-service", mainOnly))
                .isEmpty();
    }

    @Test
    void an_unknown_provider_is_refused_in_the_brokers_words() {
        assertThatThrownBy(() -> selected("nobody"))
                .isInstanceOf(BrokerRefusal.class)
                .hasMessageStartingWith("The broker refused: No provider with name 'nobody' found");
    }
}
