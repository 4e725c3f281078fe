package dev.treaty.pacts.broker.captures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.broker.content.ContractVersion;
import dev.treaty.pacts.broker.http.BrokerRefusal;
import dev.treaty.pacts.broker.http.HalDocument;
import dev.treaty.pacts.broker.matrix.DeploymentAnswer.Verdict;
import dev.treaty.pacts.broker.matrix.DeploymentQuestion;
import dev.treaty.pacts.broker.matrix.MatrixRow;
import dev.treaty.pacts.broker.matrix.VersionSelector;
import dev.treaty.pacts.broker.participants.ParticipantVersion.PublishedContract;
import dev.treaty.pacts.broker.publishing.ContractFiles;
import dev.treaty.pacts.broker.publishing.PublishedVersion;
import dev.treaty.pacts.broker.verification.ConsumerVersionSelector;
import dev.treaty.pacts.broker.verification.ContractResult;
import dev.treaty.pacts.broker.verification.ContractSelection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client reads what the real broker sends. */
class CapturedAnswersTest {

    @TempDir
    Path folder;

    private static PactBroker client(CapturedBroker broker) {
        return PactBroker.at(broker.url(), Map.of(), line -> {});
    }

    private static DeploymentQuestion question(String version, Optional<String> environment) {
        return new DeploymentQuestion(
                List.of(VersionSelector.of("api-gateway", version)), List.of(), environment, Optional.empty());
    }

    @Test
    void a_matrix_in_which_one_of_two_instances_failed() throws Exception {
        try (var broker = new CapturedBroker("matrix-one-instance-failed", "environments")) {
            var answer = client(broker).gate().ask(question("a540808", Optional.empty()));

            assertThat(answer.verdict()).isEqualTo(Verdict.NO);
            assertThat(answer.reasons())
                    .singleElement()
                    .extracting("text")
                    .isEqualTo(
                            "The verification for the pact between version a540808 of api-gateway and one of the versions of workspace-service currently in test (ws3) failed");
            assertThat(answer.rows())
                    .extracting(
                            MatrixRow::provider, row -> row.providerVersion().orElse(""), MatrixRow::outcome)
                    .containsExactly(
                            tuple("auth-service", "auth4", "true"),
                            tuple("workspace-service", "ws4", "true"),
                            tuple("workspace-service", "ws3", "false"));
        }
    }

    @Test
    void a_matrix_in_which_verifications_are_missing() throws Exception {
        try (var broker = new CapturedBroker("matrix-unknown")) {
            var answer = client(broker).gate().ask(question("c100", Optional.empty()));

            assertThat(answer.verdict()).isEqualTo(Verdict.UNKNOWN);
            assertThat(answer.missing())
                    .extracting(MatrixRow::provider)
                    .containsExactly("auth-service", "workspace-service");
        }
    }

    @Test
    void a_version_that_does_not_exist_is_a_no() throws Exception {
        try (var broker = new CapturedBroker("matrix-no-such-version")) {
            assertThat(client(broker)
                            .gate()
                            .ask(question("zzz", Optional.empty()))
                            .verdict())
                    .isEqualTo(Verdict.NO);
        }
    }

    @Test
    void an_environment_that_does_not_exist_is_a_refusal() throws Exception {
        try (var broker = new CapturedBroker("matrix-no-such-environment")) {
            assertThatThrownBy(() -> client(broker).gate().ask(question("a540808", Optional.of("production"))))
                    .isInstanceOf(BrokerRefusal.class)
                    .hasMessageStartingWith("The broker refused: Environment with name 'production' does not exist\n");
        }
    }

    @Test
    void B6_selected_contracts_say_which_version_and_why() throws Exception {
        try (var broker = new CapturedBroker("pacts-for-verification")) {
            var selection = new ContractSelection(Optional.of("main"), List.of(), List.of(), true, Optional.empty());

            var selected = client(broker).providerContracts().select("auth-service", selection);

            assertThat(selected).hasSize(3);
            var main = selected.get(0);
            assertThat(main.name()).isEqualTo("Pact between api-gateway (a540808) and auth-service");
            assertThat(main.reason()).isEqualTo("latest from branch main, latest from main branch");
            assertThat(main.isPending()).isFalse();
            assertThat(main.noticesBefore())
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("This pact has previously been successfully verified by a version of auth-service");
            var branch = selected.get(2);
            assertThat(branch.name()).contains("(feat1)");
            assertThat(branch.isPending()).isTrue();
            assertThat(branch.isWorkInProgress()).isTrue();
            assertThat(branch.noticesAfter(true, true))
                    .singleElement()
                    .asString()
                    .startsWith("This pact is no longer in pending state");
        }
    }

    @Test
    void what_is_served_as_stubs_has_a_version_and_a_content_and_no_work_in_progress_is_among_it() throws Exception {
        try (var broker = new CapturedBroker("pacts-for-verification")) {
            var selected =
                    client(broker).contractVersions().select("auth-service", ConsumerVersionSelector.branch("main"));

            assertThat(selected)
                    .extracting(
                            ContractVersion::consumer, ContractVersion::consumerVersion, ContractVersion::contentSha)
                    .containsExactly(
                            tuple("api-gateway", "a540808", "13a3f6eba160b5777a1ba7c35db9adbc1e20c8f4"),
                            tuple("notifications", "a540808", "573bcd39e9e565e37bc772df383506d4222d2e5f"));
            assertThat(selected.get(0).criteria())
                    .containsExactly(
                            "latest version from branch 'main' (a540808)",
                            "latest version from the main branch 'main' (a540808)");
            assertThat(selected.get(0).link().href())
                    .isEqualTo(
                            "http://127.0.0.1:23010/pacts/provider/auth-service/consumer/api-gateway/pact-version/13a3f6eba160b5777a1ba7c35db9adbc1e20c8f4");
            assertThat(broker.bodies()).last().isEqualTo("""
                    {"providerVersionTags":[],"includePendingStatus":false,"consumerVersionSelectors":[{"branch":"main"}]}""");
        }
    }

    @Test
    void a_contract_says_its_versions_and_where_results_go() throws Exception {
        try (var broker = new CapturedBroker("pact")) {
            var content = client(broker)
                    .providerContracts()
                    .content("http://127.0.0.1:23010" + Capture.named("pact").target())
                    .orElseThrow();

            assertThat(content.consumer()).isEqualTo("api-gateway");
            assertThat(content.consumerVersions()).containsExactly("a540808");
            assertThat(content.pact().path("interactions").path(0).path("_id").asText())
                    .hasSize(40);
            assertThat(content.pact().has("_links")).isFalse();
            assertThat(content.resultsLink().href()).endsWith("/verification-results");
        }
    }

    @Test
    void a_version_says_its_contracts_and_where_it_is_deployed() throws Exception {
        try (var broker = new CapturedBroker("version-with-contracts")) {
            var version = client(broker)
                    .participants()
                    .version("api-gateway", "a540808")
                    .orElseThrow();

            assertThat(version.branches()).containsExactly("main");
            assertThat(version.deployedTo()).containsExactly("production");
            assertThat(version.contracts())
                    .extracting(PublishedContract::provider)
                    .containsExactly("auth-service", "workspace-service");
            assertThat(client(broker).participants().version("api-gateway", "nope"))
                    .isEmpty();
        }
    }

    @Test
    void B8_a_deployment_is_recorded_through_the_links_of_the_version() throws Exception {
        try (var broker = new CapturedBroker("version", "record-deployment")) {
            var live =
                    client(broker).deployments().recordDeployment("auth-service", "auth4", "test", Optional.of("blue"));

            assertThat(live.version()).isEqualTo("auth4");
            assertThat(live.instance()).contains("blue");
            assertThat(broker.bodies()).last().isEqualTo("{\"applicationInstance\":\"blue\",\"target\":\"blue\"}");
        }
    }

    @Test
    void an_environment_says_what_is_deployed_to_it() throws Exception {
        try (var broker = new CapturedBroker("environments", "deployed-versions")) {
            var environment = client(broker).deployments().environment("test");

            assertThat(environment.displayName()).isEqualTo("Test 2");
            assertThat(environment.isProduction()).isFalse();
        }
    }

    @Test
    void B12_a_refused_publication_shows_the_brokers_text_and_difference() throws Exception {
        var pact = Files.writeString(folder.resolve("a.json"), """
                {"consumer": {"name": "archivist"}, "provider": {"name": "cablecast"}, "interactions": []}
                """);
        try (var broker = new CapturedBroker("publish-conflict", "pacticipants")) {
            var consumers = ContractFiles.read(List.of(pact), false);
            var version = new PublishedVersion("a540808", Optional.of("main"), List.of(), Optional.empty(), false);
            var publication = client(broker).prepare(consumers, version);

            assertThatThrownBy(publication::publish)
                    .hasMessageStartingWith(
                            "The broker refused: Cannot change the content of the pact for archivist version a540808 and provider cablecast")
                    .hasMessageContaining("-        \"status\": 200\n+        \"status\": 201")
                    .hasMessageContaining("refused: archivist (with cablecast)");
        }
    }

    @Test
    void B13_a_result_of_another_tool_has_one_mismatch_for_each_difference() {
        var result = ContractResult.of(
                new HalDocument(Capture.named("result-of-another-tool").json()));

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.buildUrl()).contains("http://ci/1");
        assertThat(result.outcomes().get(0).description()).isEqualTo("news that a card was declined");
        assertThat(result.outcomes().get(0).mismatches())
                .extracting("attribute", "identifier")
                .startsWith(tuple("body", "$"), tuple("metadata", "contentType"));
    }
}
