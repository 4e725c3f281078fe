package dev.treaty.provider.verification.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderBuildTest {

    @TempDir
    private Path withoutGit;

    @Test
    void settings_override_the_environment() {
        var build = build(Map.of(
                "pact.provider.version", "1.2.3",
                "pact.provider.branch", "main",
                "pact.verifier.buildUrl", "https://ci.example/7",
                "environment.GITHUB_SHA", "c0ffee",
                "environment.GITHUB_REF_NAME", "other",
                "environment.BUILD_URL", "https://other.example"));

        assertThat(build.version()).isEqualTo("1.2.3");
        assertThat(build.branch()).isEqualTo("main");
        assertThat(build.url()).contains("https://ci.example/7");
    }

    @Test
    void a_pull_request_has_its_source_branch() {
        var build = build(Map.of("environment.GITHUB_HEAD_REF", "feat/x", "environment.GITHUB_REF_NAME", "7/merge"));

        assertThat(build.branch()).isEqualTo("feat/x");
    }

    @Test
    void gitlab_says_what_is_built() {
        var build = build(Map.of(
                "environment.CI_COMMIT_SHA", "beef",
                "environment.CI_COMMIT_REF_NAME", "feat/y",
                "environment.CI_JOB_URL", "https://gitlab.example/jobs/7"));

        assertThat(build.version()).isEqualTo("beef");
        assertThat(build.branch()).isEqualTo("feat/y");
        assertThat(build.url()).contains("https://gitlab.example/jobs/7");
    }

    @Test
    void jenkins_says_what_is_built() {
        var build = build(Map.of(
                "environment.GIT_COMMIT", "cafe",
                "environment.GIT_BRANCH", "origin/feat/z",
                "environment.BUILD_URL", "https://jenkins.example/7"));

        assertThat(build.version()).isEqualTo("cafe");
        assertThat(build.branch()).isEqualTo("feat/z");
        assertThat(build.url()).contains("https://jenkins.example/7");
    }

    @Test
    void a_missing_version_is_reported() {
        assertThatThrownBy(() -> build(Map.of()).version()).hasMessage("""
                The broker needs the provider's version, which is unknown.
                  where: -Dpact.provider.version=, the Git repository, and the environment variables of CI servers
                  fix:   add -Dpact.provider.version=$(git rev-parse HEAD)""");
    }

    @Test
    void a_missing_branch_is_reported() {
        assertThatThrownBy(() -> build(Map.of()).branch()).hasMessage("""
                The broker needs the provider's branch, which is unknown.
                  where: -Dpact.provider.branch=, the Git repository, and the environment variables of CI servers
                  fix:   add -Dpact.provider.branch=$(git branch --show-current)""");
    }

    @Test
    void a_setting_decides_whether_results_are_published() {
        assertThat(build(Map.of("environment.CI", "true", "pact.verifier.publishResults", "false"))
                        .publishesResults())
                .isFalse();
        assertThat(build(Map.of("pact.verifier.publishResults", "true")).publishesResults())
                .isTrue();
    }

    @Test
    void only_a_ci_build_publishes_results() {
        assertThat(build(Map.of("environment.CI", "true")).publishesResults()).isTrue();
        assertThat(build(Map.of("environment.CI", "1")).publishesResults()).isFalse();
        assertThat(build(Map.of()).publishesResults()).isFalse();
    }

    /** A build without the repository, and without the environment variables of the CI, that run this test. */
    private ProviderBuild build(Map<String, String> given) {
        var settings = new HashMap<String, String>();
        for (var variable : List.of(
                "CI",
                "GITHUB_SHA",
                "GITHUB_HEAD_REF",
                "GITHUB_REF_NAME",
                "GITHUB_RUN_ID",
                "GITHUB_REPOSITORY",
                "CI_COMMIT_SHA",
                "CI_COMMIT_REF_NAME",
                "CI_JOB_URL",
                "GIT_COMMIT",
                "GIT_BRANCH",
                "BUILD_URL")) {
            settings.put("environment." + variable, "");
        }
        settings.putAll(given);
        return new ProviderBuild(VerificationSettings.of(settings), withoutGit);
    }
}
