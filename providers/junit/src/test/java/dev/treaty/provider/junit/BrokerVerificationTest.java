package dev.treaty.provider.junit;

import static dev.treaty.provider.junit.VerificationUnderTest.run;
import static dev.treaty.provider.junit.VerificationUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import com.fasterxml.jackson.databind.JsonNode;
import dev.treaty.pacts.broker.PactBroker;
import dev.treaty.pacts.testing.broker.BrokerReplay;
import dev.treaty.provider.verification.testing.PeopleContract;
import dev.treaty.provider.verification.testing.PublishedContracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class BrokerVerificationTest {

    private static final Map<String, String> CI = Map.of(
            "environment.CI", "true",
            "pact.provider.version", "c0ffee",
            "environment.GITHUB_RUN_ID", "7",
            "environment.GITHUB_REPOSITORY", "treaty/treaty",
            "environment.GITHUB_SERVER_URL", "https://github.example");

    @RegisterExtension
    final BrokerReplay broker = new BrokerReplay();

    @TempDir
    private Path directory;

    @BeforeEach
    void publish_a_contract() {
        published().publish(PeopleContract.of("web").reads("1").reads("2"), "4f2c", "main");
    }

    @Test
    void B6_a_test_says_which_version_it_verifies_and_the_broker_says_why() {
        var run = verify(CorrectService.class, Map.of());

        assertThat(run.withStatus(SUCCESSFUL))
                .containsExactly(
                        "web (4f2c of main): a request for person 1", "web (4f2c of main): a request for person 2");
        assertThat(run.reported())
                .filteredOn(line -> line.startsWith("web -> people, version 4f2c of main, latest from main branch\n  "))
                .hasSize(1);
        assertThat(written(directory, CorrectService.class).findValuesAsText("version"))
                .containsOnly("version 4f2c of main, latest from main branch");
    }

    @Test
    void results_are_not_published_outside_ci() {
        verify(CorrectService.class, Map.of());

        assertThat(broker.results()).isEmpty();
        assertThat(broker.requests()).noneMatch(request -> request.startsWith("PUT"));
    }

    @Test
    void results_are_published_with_version_branch_and_build() {
        verify(CorrectService.class, CI);

        assertThat(broker.requests()).contains("PUT /pacticipants/people/branches/feat%2Fnames/versions/c0ffee");
        assertThat(broker.results()).singleElement().satisfies(result -> {
            assertThat(result.path("success").asBoolean()).isTrue();
            assertThat(result.path("providerApplicationVersion").asText()).isEqualTo("c0ffee");
            assertThat(result.path("buildUrl").asText())
                    .isEqualTo("https://github.example/treaty/treaty/actions/runs/7");
            assertThat(result.path("testResults")).hasSize(2);
        });
    }

    @Test
    void B13_results_say_each_difference_of_a_broken_interaction() {
        published().keptBy("before", "feat/names");

        var run = verify(RenamedMember.class, CI);

        assertThat(run.withStatus(FAILED)).hasSize(2);
        assertThat(lastResult().path("success").asBoolean()).isFalse();
        assertThat(lastResult().path("testResults")).hasSize(2).allSatisfy(interaction -> {
            assertThat(interaction.path("interactionId").asText()).isNotBlank();
            assertThat(interaction.path("success").asBoolean()).isFalse();
            assertThat(interaction.path("mismatches")).hasSize(1);
            var mismatch = interaction.path("mismatches").path(0);
            assertThat(mismatch.path("attribute").asText()).isEqualTo("body");
            assertThat(mismatch.path("identifier").asText()).isEqualTo("$");
            assertThat(mismatch.path("description").asText()).contains("missing the following keys: name");
            assertThat(mismatch.path("expected").asText()).contains("\"name\"");
            assertThat(mismatch.path("actual").asText()).contains("\"fullName\"");
        });
    }

    @Test
    void a_failure_of_a_pending_contract_is_published_without_failing_the_build() {
        var run = verify(RenamedMember.class, CI);

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.withStatus(ABORTED)).hasSize(2);
        assertThat(run.why("web (4f2c of main): a request for person 1"))
                .hasMessageStartingWith(
                        "pending, so the build of people continues: people breaks its contract with web.")
                .hasMessageEndingWith("fix:   build this in people, or agree on something else with web");
        assertThat(lastResult().path("success").asBoolean()).isFalse();
        assertThat(written(directory, RenamedMember.class).findValuesAsText("outcome"))
                .containsOnly("PENDING");
    }

    @Test
    void B3_the_contract_of_a_webhook_is_verified_and_its_result_published() {
        published().publish(PeopleContract.of("mobile").reads("1"), "9a9a", "main");

        var settings = new HashMap<>(CI);
        settings.put("pact.url", published().pactUrl());
        var run = verify(CorrectService.class, settings);

        assertThat(run.withStatus(SUCCESSFUL)).hasSize(2).allMatch(test -> test.startsWith("web (4f2c of main): "));
        assertThat(broker.results()).hasSize(1);
    }

    /** A build for one provider also builds what it depends on, e.g. api-gateway's that of auth-service. */
    @Test
    void B3_the_contract_of_a_webhook_does_not_fail_the_other_providers_of_the_build() {
        published().publishAsConsumer("c0ffee", "feat/names");
        var contracts = PactBroker.at(broker.url(), Map.of(), line -> {}).participants();
        var url = contracts
                .version("people", "c0ffee")
                .orElseThrow()
                .contracts()
                .get(0)
                .link()
                .href();

        var settings = new HashMap<>(CI);
        settings.put("pact.url", url);
        var run = verify(CorrectService.class, settings);

        assertThat(run.withStatus(FAILED)).isEmpty();
        assertThat(run.why("keeps its contract with"))
                .hasMessageStartingWith(
                        "The contract that is asked about is with mail, so nothing was verified with people.");
        assertThat(broker.results()).isEmpty();
    }

    @Test
    void B3_a_version_that_the_broker_knows_stays_on_its_branches() {
        published().keptBy("old", "release/1");

        var settings = new HashMap<>(CI);
        settings.put("pact.url", published().pactUrl());
        settings.put("pact.provider.version", "old");
        settings.put("pact.provider.branch", "");
        var run = verify(CorrectService.class, settings);

        assertThat(run.withStatus(SUCCESSFUL)).hasSize(2);
        assertThat(lastResult().path("providerApplicationVersion").asText()).isEqualTo("old");
        assertThat(broker.requests())
                .filteredOn(request -> request.startsWith("PUT"))
                .containsExactly("PUT /pacticipants/people/branches/release%2F1/versions/old");
    }

    @Test
    void B1_results_of_a_version_without_its_contracts_are_refused_before_the_first_interaction() {
        published().publishAsConsumer("short", "main");

        var run = verify(CorrectService.class, CI);

        assertThat(run.withStatus(SUCCESSFUL)).isEmpty();
        assertThat(run.why("keeps its contract with")).hasMessage("""
                The results of people cannot be published: it consumes mail, but version c0ffee has no contracts at the broker, and would hide those of the version before.
                  where: version c0ffee of people, branch feat/names, at %1$s
                  fix:   publish the contracts of people first, under the same version: treaty publish pacts --consumer-app-version c0ffee --branch feat/names; if it no longer consumes mail, delete that at the broker (DELETE %1$s/integrations/provider/mail/consumer/people)""".formatted(broker.url()));
        assertThat(broker.results()).isEmpty();
    }

    @Test
    void B1_results_of_a_version_with_its_contracts_are_published() {
        published().publishAsConsumer("c0ffee", "feat/names");

        verify(CorrectService.class, CI);

        assertThat(broker.results()).hasSize(1);
    }

    @Test
    void results_of_a_filtered_run_are_not_published() {
        var filtered = new HashMap<>(CI);
        filtered.put("pact.filter.description", ".* person 1");

        var run = verify(CorrectService.class, filtered);

        assertThat(broker.results()).isEmpty();
        assertThat(run.reported())
                .contains(
                        "The results of web-people.json are not published, because not all interactions were verified (1 of 2).");
    }

    private JsonNode lastResult() {
        var results = broker.results();
        return results.get(results.size() - 1);
    }

    private PublishedContracts published() {
        return new PublishedContracts(broker.url(), directory);
    }

    private VerificationUnderTest verify(Class<?> verification, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("pact.broker.url", broker.url());
        settings.put("pact.provider.branch", "feat/names");
        settings.putAll(more);
        return run(verification, directory, settings);
    }

    static final class CorrectService extends PeopleVerification {

        CorrectService() throws IOException {
            super("name");
        }
    }

    static final class RenamedMember extends PeopleVerification {

        RenamedMember() throws IOException {
            super("fullName");
        }
    }
}
