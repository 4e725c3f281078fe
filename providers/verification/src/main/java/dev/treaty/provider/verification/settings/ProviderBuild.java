package dev.treaty.provider.verification.settings;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a broker must know about the provider that is verified: its version, its branch, and the URL of the build. Each is a setting with
 * the name that pact-jvm gives it; if it is missing, the environment variables of GitHub, GitLab or Jenkins count.
 */
public final class ProviderBuild {

    private static final String PUBLISH = "pact.verifier.publishResults";
    private static final String VERSION = "pact.provider.version";
    private static final String BRANCH = "pact.provider.branch";
    private static final String URL = "pact.verifier.buildUrl";

    private final VerificationSettings settings;

    /** The build that has these settings. */
    public ProviderBuild(VerificationSettings settings) {
        this.settings = settings;
    }

    /** Whether results are published: as the setting says, or else if this is a CI build. */
    public boolean publishesResults() {
        return settings.value(PUBLISH)
                .or(() -> settings.environment("CI"))
                .filter(Boolean::parseBoolean)
                .isPresent();
    }

    /**
     * The version, usually a commit.
     *
     * @throws InvalidSetting if it is unknown
     */
    public String version() {
        return settings.value(VERSION)
                .or(() -> first("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT"))
                .orElseThrow(() -> missing("version", VERSION, "$(git rev-parse HEAD)"));
    }

    /**
     * The branch; for a pull request, its source branch.
     *
     * @throws InvalidSetting if it is unknown
     */
    public String branch() {
        return settings.value(BRANCH)
                .or(() -> first("GITHUB_HEAD_REF", "GITHUB_REF_NAME", "CI_COMMIT_REF_NAME"))
                .or(() -> settings.environment("GIT_BRANCH").map(branch -> branch.replaceFirst("^origin/", "")))
                .orElseThrow(() -> missing("branch", BRANCH, "$(git branch --show-current)"));
    }

    /** The URL of the build's page; empty if it is unknown. */
    public Optional<String> url() {
        return settings.value(URL).or(this::gitHubRun).or(() -> first("CI_JOB_URL", "BUILD_URL"));
    }

    /**
     * Checks that version and branch are known, so that results can be published.
     *
     * @throws InvalidSetting if one is unknown
     */
    public void requireComplete() {
        version();
        branch();
    }

    private Optional<String> gitHubRun() {
        var server = settings.environment("GITHUB_SERVER_URL").orElse("https://github.com");
        return settings.environment("GITHUB_RUN_ID")
                .flatMap(run -> settings.environment("GITHUB_REPOSITORY")
                        .map(repository -> "%s/%s/actions/runs/%s".formatted(server, repository, run)));
    }

    private Optional<String> first(String... variables) {
        return Stream.of(variables)
                .flatMap(variable -> settings.environment(variable).stream())
                .findFirst();
    }

    private InvalidSetting missing(String what, String setting, String example) {
        return new InvalidSetting(
                "The broker needs the provider's %s, which is unknown.".formatted(what),
                "%s, and the environment variables of GitHub, GitLab or Jenkins".formatted(settings.option(setting)),
                "add " + settings.option(setting) + example);
    }
}
