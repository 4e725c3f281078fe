package dev.treaty.provider.verification.settings;

import java.util.List;
import java.util.Optional;

/**
 * What a broker must know of the provider that is verified: its version, the branch it is on, and where its build can be seen.
 * Each is a setting with the name that pact-jvm gives it, or else what GitHub, GitLab or Jenkins say in the environment.
 */
public final class ProviderBuild {

    private static final String VERSION = "pact.provider.version";
    private static final String BRANCH = "pact.provider.branch";
    private static final String URL = "pact.verifier.buildUrl";

    private final VerificationSettings settings;

    public ProviderBuild(VerificationSettings settings) {
        this.settings = settings;
    }

    /** Whether this is the build of a pipeline, which publishes what it finds. */
    public boolean published() {
        return settings.environment("CI").filter(Boolean::parseBoolean).isPresent();
    }

    /** Usually a commit. */
    public String version() {
        return settings.value(VERSION)
                .or(() -> first("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT"))
                .orElseThrow(() -> missing("version", VERSION, "$(git rev-parse HEAD)"));
    }

    /** The branch; a pull request's own, not the one it goes to. */
    public String branch() {
        return settings.value(BRANCH)
                .or(() -> first("GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME"))
                .or(() -> settings.environment("GIT_BRANCH").map(branch -> branch.replaceFirst("^origin/", "")))
                .orElseThrow(() -> missing("branch", BRANCH, "$(git branch --show-current)"));
    }

    /** Where a person sees the build; empty when nobody says so. */
    public Optional<String> url() {
        return settings.value(URL).or(this::gitHubRun).or(() -> first("CI_JOB_URL", "BUILD_URL"));
    }

    private Optional<String> gitHubRun() {
        return settings.environment("GITHUB_RUN_ID")
                .flatMap(run -> settings.environment("GITHUB_REPOSITORY")
                        .map(repository -> "%s/%s/actions/runs/%s"
                                .formatted(
                                        settings.environment("GITHUB_SERVER_URL")
                                                .orElse("https://github.com"),
                                        repository,
                                        run)));
    }

    private Optional<String> first(String... variables) {
        return List.of(variables).stream()
                .flatMap(variable -> settings.environment(variable).stream())
                .findFirst();
    }

    private static IllegalStateException missing(String what, String setting, String example) {
        return new IllegalStateException("""
                The broker must know the provider's %s, and nobody says it.
                  where: -D%s=, and the environment of GitHub, GitLab or Jenkins
                  fix:   add -D%s=%s""".formatted(what, setting, setting, example));
    }
}
