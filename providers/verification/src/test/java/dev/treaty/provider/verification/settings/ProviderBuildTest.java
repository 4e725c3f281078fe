package dev.treaty.provider.verification.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderBuildTest {

    @Test
    void is_what_the_settings_say_before_all() {
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
    void is_on_the_branch_that_a_pull_request_comes_from() {
        var build = build(Map.of("environment.GITHUB_HEAD_REF", "feat/x", "environment.GITHUB_REF_NAME", "7/merge"));

        assertThat(build.branch()).isEqualTo("feat/x");
    }

    @Test
    void is_what_gitlab_says() {
        var build = build(Map.of(
                "environment.CI_COMMIT_SHA", "beef",
                "environment.CI_COMMIT_REF_NAME", "feat/y",
                "environment.CI_JOB_URL", "https://gitlab.example/jobs/7"));

        assertThat(build.version()).isEqualTo("beef");
        assertThat(build.branch()).isEqualTo("feat/y");
        assertThat(build.url()).contains("https://gitlab.example/jobs/7");
    }

    @Test
    void is_what_jenkins_says() {
        var build = build(Map.of(
                "environment.GIT_COMMIT", "cafe",
                "environment.GIT_BRANCH", "origin/feat/z",
                "environment.BUILD_URL", "https://jenkins.example/7"));

        assertThat(build.version()).isEqualTo("cafe");
        assertThat(build.branch()).isEqualTo("feat/z");
        assertThat(build.url()).contains("https://jenkins.example/7");
    }

    @Test
    void without_a_version_is_told() {
        assertThatThrownBy(() -> build(Map.of()).version()).hasMessage("""
                The broker must know the provider's version, and nobody says it.
                  where: -Dpact.provider.version=, and the environment of GitHub, GitLab or Jenkins
                  fix:   add -Dpact.provider.version=$(git rev-parse HEAD)""");
    }

    @Test
    void publishes_only_as_a_pipeline() {
        assertThat(build(Map.of("environment.CI", "true")).published()).isTrue();
        assertThat(build(Map.of("environment.CI", "1")).published()).isFalse();
        assertThat(build(Map.of()).published()).isFalse();
    }

    /** In an environment of its own, whatever pipeline this test runs in. */
    private static ProviderBuild build(Map<String, String> given) {
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
        return new ProviderBuild(VerificationSettings.of(settings));
    }
}
