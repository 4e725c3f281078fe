package dev.treaty.provider.verification;

import static dev.treaty.provider.verification.VerificationUnderTest.run;
import static dev.treaty.provider.verification.VerificationUnderTest.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import dev.treaty.provider.verification.testing.FakeBroker;
import dev.treaty.provider.verification.testing.PeopleContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerVerificationTest {

    private static final Map<String, String> PIPELINE = Map.of(
            "environment.CI", "true",
            "environment.GITHUB_SHA", "c0ffee",
            "environment.GITHUB_RUN_ID", "7",
            "environment.GITHUB_REPOSITORY", "treaty/treaty",
            "environment.GITHUB_SERVER_URL", "https://github.example");

    @TempDir
    private Path directory;

    private final PeopleContract contract = PeopleContract.of("web").reads("1").reads("2");

    @Test
    void gives_the_contracts_of_main_of_the_same_branch_and_of_what_is_deployed_with_pending_and_wip() {
        try (var broker = new FakeBroker(contract, false)) {
            var ended = verify(Held.class, broker, Map.of("pact.broker.include-wip-pacts-since", "2026-05-01"));

            assertThat(ended.ended(SUCCESSFUL)).containsExactly("web: person 1 is read", "web: person 2 is read");
            assertThat(broker.selections()).singleElement().hasToString("""
                    {"consumerVersionSelectors":[{"mainBranch":true},{"matchingBranch":true},{"deployedOrReleased":true}],\
                    "includePendingStatus":true,"includeWipPactsSince":"2026-05-01",\
                    "providerVersionBranch":"feat/names","providerVersionTags":[]}""");
        }
    }

    @Test
    void is_told_no_results_outside_of_a_pipeline() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(Held.class, broker, Map.of());

            assertThat(broker.results()).isEmpty();
            assertThat(broker.puts()).isEmpty();
        }
    }

    @Test
    void is_told_results_with_version_branch_and_build() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(Held.class, broker, PIPELINE);

            assertThat(broker.puts()).containsExactly("/pacticipants/people/branches/feat%2Fnames/versions/c0ffee");
            assertThat(broker.results()).singleElement().satisfies(result -> {
                assertThat(result.path("success").asBoolean()).isTrue();
                assertThat(result.path("providerApplicationVersion").asText()).isEqualTo("c0ffee");
                assertThat(result.path("buildUrl").asText())
                        .isEqualTo("https://github.example/treaty/treaty/actions/runs/7");
                assertThat(result.path("testResults")).hasSize(2);
            });
        }
    }

    @Test
    void is_told_which_interaction_is_broken() {
        try (var broker = new FakeBroker(contract, false)) {
            var ended = verify(Renamed.class, broker, PIPELINE);

            assertThat(ended.ended(FAILED)).hasSize(2);
            assertThat(broker.results()).singleElement().satisfies(result -> {
                assertThat(result.path("success").asBoolean()).isFalse();
                assertThat(result.path("testResults")).hasSize(2).allSatisfy(interaction -> {
                    assertThat(interaction.path("interactionId").asText()).startsWith("id-");
                    assertThat(interaction.path("success").asBoolean()).isFalse();
                    assertThat(interaction.path("mismatches").toString()).contains("missing the following keys: name");
                });
            });
        }
    }

    @Test
    void says_that_a_contract_is_pending_so_that_its_failure_is_told_and_stops_nobody() {
        try (var broker = new FakeBroker(contract, true)) {
            var ended = verify(Renamed.class, broker, PIPELINE);

            assertThat(ended.ended(FAILED)).isEmpty();
            assertThat(ended.ended(ABORTED)).hasSize(2);
            assertThat(ended.why("web: person 1 is read"))
                    .hasMessageStartingWith(
                            "pending, so that people is not stopped by it: people does not hold its contract with web.");
            assertThat(broker.results())
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.path("success").asBoolean()).isFalse());
            assertThat(written(directory, Renamed.class).findValuesAsText("outcome"))
                    .containsOnly("PENDING");
        }
    }

    @Test
    void is_told_nothing_about_a_run_that_was_narrowed() {
        try (var broker = new FakeBroker(contract, false)) {
            var narrowed = new HashMap<>(PIPELINE);
            narrowed.put("pact.filter.description", "person 1 .*");

            var ended = verify(Held.class, broker, narrowed);

            assertThat(broker.results()).isEmpty();
            assertThat(ended.reported())
                    .containsExactly(
                            "The broker is not told about web-people.json: only 1 of its 2 interactions were verified.");
        }
    }

    @Test
    void that_takes_no_results_fails_the_build() {
        try (var broker = new FakeBroker(contract, false)) {
            broker.refuseResults();

            var ended = verify(Held.class, broker, PIPELINE);

            assertThat(ended.ended(FAILED)).hasSize(1);
            assertThat(ended.why("BrokerVerificationTest$Held")).hasMessage("""
                    The broker does not take the results of web-people.json: Publishing verification results failed with an exception: Request failed with 403
                      where: %s
                      fix:   check that the credentials may publish results; without CI=true nothing is published""".formatted(broker.contract()));
        }
    }

    @Test
    void gets_the_token_of_the_environment() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(Held.class, broker, Map.of("environment.PACT_BROKER_TOKEN", "broker-token"));

            assertThat(broker.authorizations()).containsExactly("Bearer broker-token");
        }
    }

    @Test
    void must_know_the_branch() {
        try (var broker = new FakeBroker(contract, false)) {
            var ended = run(
                    Held.class,
                    directory,
                    Map.of(
                            "pact.broker.url", broker.url(),
                            "environment.GITHUB_HEAD_REF", "",
                            "environment.GITHUB_REF_NAME", "",
                            "environment.CI_COMMIT_REF_NAME", "",
                            "environment.GIT_BRANCH", ""));

            assertThat(ended.why("holds its contract with")).hasMessage("""
                    The broker must know the provider's branch, and nobody says it.
                      where: -Dpact.provider.branch=, and the environment of GitHub, GitLab or Jenkins
                      fix:   add -Dpact.provider.branch=$(git branch --show-current)""");
        }
    }

    private VerificationUnderTest verify(Class<?> verification, FakeBroker broker, Map<String, String> more) {
        var settings = new HashMap<String, String>();
        settings.put("pact.broker.url", broker.url());
        settings.put("pact.provider.branch", "feat/names");
        settings.putAll(more);
        return run(verification, directory, settings);
    }

    static final class Held extends PeopleVerification {

        Held() throws IOException {
            super("name");
        }
    }

    static final class Renamed extends PeopleVerification {

        Renamed() throws IOException {
            super("fullName");
        }
    }
}
