package dev.treaty.provider.junit;

import static dev.treaty.provider.junit.VerificationUnderTest.run;
import static dev.treaty.provider.junit.VerificationUnderTest.written;
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

    private static final Map<String, String> CI = Map.of(
            "environment.CI", "true",
            "environment.GITHUB_SHA", "c0ffee",
            "environment.GITHUB_RUN_ID", "7",
            "environment.GITHUB_REPOSITORY", "treaty/treaty",
            "environment.GITHUB_SERVER_URL", "https://github.example");

    @TempDir
    private Path directory;

    private final PeopleContract contract = PeopleContract.of("web").reads("1").reads("2");

    @Test
    void the_broker_selects_contracts_by_branch_and_deployment_including_pending_and_wip() {
        try (var broker = new FakeBroker(contract, false)) {
            var run = verify(CorrectService.class, broker, Map.of("pact.broker.include-wip-pacts-since", "2026-05-01"));

            assertThat(run.withStatus(SUCCESSFUL))
                    .containsExactly("web: a request for person 1", "web: a request for person 2");
            assertThat(broker.selections()).singleElement().hasToString("""
                    {"consumerVersionSelectors":[{"mainBranch":true},{"matchingBranch":true},{"deployedOrReleased":true}],\
                    "includePendingStatus":true,"includeWipPactsSince":"2026-05-01",\
                    "providerVersionBranch":"feat/names","providerVersionTags":[]}""");
        }
    }

    @Test
    void results_are_not_published_outside_ci() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(CorrectService.class, broker, Map.of());

            assertThat(broker.results()).isEmpty();
            assertThat(broker.puts()).isEmpty();
        }
    }

    @Test
    void results_are_published_with_version_branch_and_build() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(CorrectService.class, broker, CI);

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
    void results_say_which_interaction_is_broken() {
        try (var broker = new FakeBroker(contract, false)) {
            var run = verify(RenamedMember.class, broker, CI);

            assertThat(run.withStatus(FAILED)).hasSize(2);
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
    void a_failure_of_a_pending_contract_is_published_without_failing_the_build() {
        try (var broker = new FakeBroker(contract, true)) {
            var run = verify(RenamedMember.class, broker, CI);

            assertThat(run.withStatus(FAILED)).isEmpty();
            assertThat(run.withStatus(ABORTED)).hasSize(2);
            assertThat(run.why("web: a request for person 1"))
                    .hasMessageStartingWith(
                            "pending, so the build of people continues: people breaks its contract with web.");
            assertThat(broker.results())
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.path("success").asBoolean()).isFalse());
            assertThat(written(directory, RenamedMember.class).findValuesAsText("outcome"))
                    .containsOnly("PENDING");
        }
    }

    @Test
    void results_of_a_filtered_run_are_not_published() {
        try (var broker = new FakeBroker(contract, false)) {
            var filtered = new HashMap<>(CI);
            filtered.put("pact.filter.description", ".* person 1");

            var run = verify(CorrectService.class, broker, filtered);

            assertThat(broker.results()).isEmpty();
            assertThat(run.reported())
                    .containsExactly(
                            "The results of web-people.json are not published: only 1 of its 2 interactions were verified.");
        }
    }

    @Test
    void a_broker_that_rejects_results_fails_the_build() {
        try (var broker = new FakeBroker(contract, false)) {
            broker.rejectResults();

            var run = verify(CorrectService.class, broker, CI);

            assertThat(run.withStatus(FAILED)).hasSize(1);
            assertThat(run.why("BrokerVerificationTest$CorrectService")).hasMessage("""
                    The broker rejected the results of web-people.json: Publishing verification results failed with an exception: Request failed with 403
                      where: %s
                      fix:   check that the credentials may publish results; without CI=true nothing is published""".formatted(broker.contract()));
        }
    }

    @Test
    void the_token_comes_from_the_environment() {
        try (var broker = new FakeBroker(contract, false)) {
            verify(CorrectService.class, broker, Map.of("environment.PACT_BROKER_TOKEN", "broker-token"));

            assertThat(broker.authorizations()).containsExactly("Bearer broker-token");
        }
    }

    @Test
    void an_unknown_branch_is_reported() {
        try (var broker = new FakeBroker(contract, false)) {
            var run = run(
                    CorrectService.class,
                    directory,
                    Map.of(
                            "pact.broker.url", broker.url(),
                            "environment.GITHUB_HEAD_REF", "",
                            "environment.GITHUB_REF_NAME", "",
                            "environment.CI_COMMIT_REF_NAME", "",
                            "environment.GIT_BRANCH", ""));

            assertThat(run.why("keeps its contract with")).hasMessage("""
                    The broker needs the provider's branch, which is unknown.
                      where: -Dpact.provider.branch=, and the environment variables of GitHub, GitLab or Jenkins
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
